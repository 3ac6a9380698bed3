import { fireEvent, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { render } from '../testing/render';
import { DropFiles } from './DropFiles';

const file = new File(['text'], 'Terms.txt');
const ofFiles = { dataTransfer: { types: ['Files'], files: [file] } };

function showArea() {
  const onDrop = vi.fn();
  render(
    <DropFiles onDrop={onDrop} hint="Drop to add">
      <p>Files</p>
    </DropFiles>,
  );
  return onDrop;
}

test('files that are dropped are taken, and the hint comes and goes with them', () => {
  const onDrop = showArea();
  fireEvent.dragOver(screen.getByText('Files'), ofFiles);
  expect(screen.queryByText('Drop to add')).not.toBeNull();
  fireEvent.drop(screen.getByText('Files'), ofFiles);
  expect(onDrop).toHaveBeenCalledExactlyOnceWith([file]);
  expect(screen.queryByText('Drop to add')).toBeNull();
});

test('a dragged text is left alone', () => {
  const onDrop = showArea();
  const ofText = { dataTransfer: { types: ['text/plain'], files: [] } };
  fireEvent.dragOver(screen.getByText('Files'), ofText);
  expect(screen.queryByText('Drop to add')).toBeNull();
  fireEvent.drop(screen.getByText('Files'), ofText);
  expect(onDrop).not.toHaveBeenCalled();
});
