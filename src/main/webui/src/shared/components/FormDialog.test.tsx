import { TextInput } from '@mantine/core';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import { render } from '../testing/render';
import { FormDialog } from './FormDialog';

function renderDialog(onSubmit: (values: { name: string }) => Promise<unknown>, onClose = vi.fn()) {
  render(
    <FormDialog
      opened
      onClose={onClose}
      title="Add account"
      submitLabel="Add"
      initialValues={{ name: '' }}
      onSubmit={onSubmit}
    >
      {(form) => <TextInput label="Name" {...form.getInputProps('name')} />}
    </FormDialog>,
  );
  return onClose;
}

async function send(name: string) {
  await userEvent.type(screen.getByLabelText('Name'), name);
  await userEvent.click(screen.getByRole('button', { name: 'Add' }));
}

describe('FormDialog', () => {
  it('sends the values and closes', async () => {
    const onSubmit = vi.fn(() => Promise.resolve());
    const onClose = renderDialog(onSubmit);
    await send('Apple Inc.');
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(onSubmit).toHaveBeenCalledWith({ name: 'Apple Inc.' });
  });

  it('shows the violation at its field and stays open', async () => {
    const violations = [{ field: 'create.form.name', message: 'Expected the full name.' }];
    const onClose = renderDialog(() => Promise.reject(new Problem(400, { violations })));
    await send('AI');
    await screen.findByText('Expected the full name.');
    expect(screen.getByLabelText('Name').getAttribute('aria-invalid')).toBe('true');
    expect(onClose).not.toHaveBeenCalled();
  });

  it('says above the form what belongs to no field', async () => {
    renderDialog(() => Promise.reject(new Problem(409, { detail: 'An account of this name was just added.' })));
    await send('Apple Inc.');
    expect((await screen.findByRole('alert')).textContent).toContain('was just added');
  });
});
