import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { axeFindings } from '../testing/axe';
import { render } from '../testing/render';
import { Board } from './Board';
import type { BoardMove } from './moves';

const columns = [
  { id: 'new', title: 'New' },
  { id: 'offer', title: 'Offer' },
  { id: 'won', title: 'Won', end: true },
];
const cards = [
  { id: '1', title: 'Chairs for Acme', stage: 'new' },
  { id: '2', title: 'Desks for Ostrava', stage: 'offer' },
];
const moves: Record<string, BoardMove[]> = {
  new: [{ id: 'a', label: 'qualified', columnId: 'offer' }],
  offer: [
    { id: 'b', label: 'signed', columnId: 'won' },
    { id: 'c', label: 'signed later', columnId: 'won' },
  ],
};

function renderBoard(onMove: (card: { id: string }, move: BoardMove) => unknown, offered = moves) {
  return render(
    <Board
      label="Deals"
      columns={columns}
      cards={cards}
      cardId={(card) => card.id}
      cardTitle={(card) => card.title}
      columnOf={(card) => card.stage}
      movesOf={(card) => offered[card.stage] ?? []}
      whyNot={(_, column) => `Not straight to ${column.title}.`}
      onMove={onMove}
      renderCard={(card) => card.title}
    />,
  );
}
const column = (name: string) => screen.getByRole('region', { name });
const card = (name: string) => screen.getByRole('listitem', { name });

describe('Board', () => {
  it('moves a card with the keyboard, to the columns that take it', async () => {
    const onMove = vi.fn(() => new Promise(() => undefined));
    renderBoard(onMove);
    card('Chairs for Acme').focus();
    await userEvent.keyboard(' ');
    expect(screen.getByText(/picked up. It can go to Offer/)).toBeDefined();
    expect(within(column('Won')).getByText('Not straight to Won.')).toBeDefined();
    await userEvent.keyboard('{ArrowRight} ');
    expect(onMove).toHaveBeenCalledWith(cards[0], moves.new![0], undefined);
    const moved = within(column('Offer')).getByRole('listitem', { name: 'Chairs for Acme' });
    expect(document.activeElement).toBe(moved);
  });

  it('puts the card back when the move is refused', async () => {
    renderBoard(() => Promise.reject(new Error('The deal was closed meanwhile.')));
    card('Chairs for Acme').focus();
    await userEvent.keyboard(' {ArrowRight} ');
    await screen.findByText(/was put back. The deal was closed meanwhile./);
    expect(within(column('New')).getByRole('listitem', { name: 'Chairs for Acme' })).toBeDefined();
  });

  it('lets Escape put the card back without a move', async () => {
    const onMove = vi.fn();
    renderBoard(onMove);
    card('Chairs for Acme').focus();
    await userEvent.keyboard(' {ArrowRight}{Escape}');
    expect(onMove).not.toHaveBeenCalled();
  });

  it('asks for the outcome when several lead to the same column', async () => {
    const onMove = vi.fn();
    renderBoard(onMove);
    card('Desks for Ostrava').focus();
    await userEvent.keyboard(' {ArrowRight} ');
    await userEvent.click(await screen.findByRole('button', { name: 'signed later' }));
    await waitFor(() => expect(onMove).toHaveBeenCalledWith(cards[1], moves.offer![1], undefined));
  });

  it('asks for the note that a stage demands, and moves nothing without it', async () => {
    const onMove = vi.fn();
    render(
      <Board
        label="Deals"
        columns={columns}
        cards={cards}
        cardId={(each) => each.id}
        cardTitle={(each) => each.title}
        columnOf={(each) => each.stage}
        movesOf={(each) => (moves[each.stage] ?? []).map((move) => ({ ...move, asksNote: true }))}
        whyNot={() => ''}
        onMove={onMove}
        shareNoteLabel="Share the note"
        renderCard={(each) => each.title}
      />,
    );
    card('Chairs for Acme').focus();
    await userEvent.keyboard(' {ArrowRight} ');
    await userEvent.click(await screen.findByRole('button', { name: 'Move on' }));
    expect(await screen.findByText('Write a note.')).toBeDefined();
    expect(onMove).not.toHaveBeenCalled();
    await userEvent.type(screen.getByLabelText(/Note/), 'They have the money');
    await userEvent.click(screen.getByLabelText('Share the note'));
    await userEvent.click(screen.getByRole('button', { name: 'Move on' }));
    const note = { text: 'They have the money', shared: true };
    expect(onMove).toHaveBeenCalledWith(cards[0], { ...moves.new![0], asksNote: true }, { note });
  });

  it('asks for the file that a stage demands', async () => {
    const onMove = vi.fn();
    const asking = { ...moves.new![0]!, asksFile: '.pdf' };
    renderBoard(onMove, { new: [asking] });
    card('Chairs for Acme').focus();
    await userEvent.keyboard(' {ArrowRight} ');
    const file = new File(['signed'], 'contract.pdf', { type: 'application/pdf' });
    expect(await screen.findByText(/This stage demands a file/)).toBeDefined();
    await userEvent.upload(document.querySelector<HTMLInputElement>('input[type=file]')!, file);
    await userEvent.click(screen.getByRole('button', { name: 'Move on' }));
    expect(onMove).toHaveBeenCalledWith(cards[0], asking, { file });
  });

  it('offers the moves in a menu too', async () => {
    const onMove = vi.fn();
    renderBoard(onMove);
    await userEvent.click(screen.getByRole('button', { name: 'Move Chairs for Acme to another stage' }));
    await userEvent.click(await screen.findByRole('menuitem', { name: 'Offer (qualified)' }));
    expect(onMove).toHaveBeenCalledWith(cards[0], moves.new![0], undefined);
  });

  it('has no serious accessibility faults', async () => {
    renderBoard(() => undefined);
    expect(await axeFindings()).toEqual([]);
  });
});
