import { QueryClient } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionQuery } from '../session';
import { render } from '../testing/render';
import { MoveDialog } from './MoveDialog';
import type { BoardMove } from './moves';

const move = { id: 'won', label: 'Won', asksNote: true, asksFile: '.pdf' } as BoardMove;

function open() {
  const client = new QueryClient();
  client.setQueryData(sessionQuery.queryKey, { user: { id: 'ada' } } as never);
  render(<MoveDialog title="Move Aurora" moves={[move]} onChoose={vi.fn()} onClose={vi.fn()} />, client);
}

describe('MoveDialog', () => {
  afterEach(() => localStorage.clear());

  it('[F8.1] brings back what was typed when the tab was closed, and says that the file is not there', async () => {
    open();
    await userEvent.type(await screen.findByLabelText(/Note/), 'They signed');
    const input = document.querySelector<HTMLInputElement>('input[type=file]')!;
    await userEvent.upload(input, new File(['x'], 'contract.pdf', { type: 'application/pdf' }));
    cleanup();

    open();
    expect(await screen.findByDisplayValue('They signed')).toBeTruthy();
    expect(screen.getByText(/not the file contract.pdf: choose it again/)).toBeTruthy();
  });
});
