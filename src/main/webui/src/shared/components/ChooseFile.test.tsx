import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '../testing/render';
import { ChooseFile } from './ChooseFile';

it('forgets a chosen file, so that the browser offers the same one again', async () => {
  const onChange = vi.fn();
  render(
    <ChooseFile onChange={onChange} inputProps={{ 'aria-label': 'File' }}>
      {(props) => <button {...props}>Choose</button>}
    </ChooseFile>,
  );
  const file = new File(['Name'], 'partners.csv', { type: 'text/csv' });
  const input = screen.getByLabelText<HTMLInputElement>('File');

  await userEvent.upload(input, file);

  expect(onChange).toHaveBeenCalledWith(file);
  expect(input.value).toBe('');
});
