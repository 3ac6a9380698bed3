import type { BoardColumn, BoardMove } from '@/shared/board/moves';
import type { BoardColumnData, BoardData, CardData, Position } from './api/types';
import { fileKinds } from './fileKinds';
import { sumText } from './money';

/** A card with the column that it is in. */
export interface BoardCard extends CardData {
  column: string;
}

const colours: Record<string, string> = {
  slate: '#64748b',
  blue: '#3b82f6',
  teal: '#14907f',
  violet: '#8b5cf6',
  amber: '#d97706',
  orange: '#ea580c',
  green: '#16a34a',
  red: '#dc2626',
};

/** The colour that the diagram gives to a stage. */
export function colourOf(name: string | null | undefined): string {
  return colours[name ?? ''] ?? 'var(--pf-line-strong)';
}

/** Cards of columns that were asked for more, by column. */
export type More = ReadonlyMap<string, { cards: CardData[]; positions: Record<string, Position> }>;

export function columnsOf(board: BoardData, more: More): BoardColumn[] {
  return board.columns.map((column) => ({
    id: column.key,
    title: column.name,
    colour: columnColour(column),
    end: column.kind === 'WON' || column.kind === 'LOST',
    total: column.total,
    hint: column.kind === 'OLDER_STAGE' ? 'older version' : undefined,
    summary: summaryOf(column, more),
  }));
}

export function cardsOf(board: BoardData, more: More): BoardCard[] {
  return board.columns.flatMap((column) =>
    (more.get(column.key)?.cards ?? column.cards).map((card) => ({ ...card, column: column.key })),
  );
}

export function positionOf(board: BoardData, more: More, card: BoardCard): Position | undefined {
  if (!card.position) return undefined;
  return more.get(card.column)?.positions[card.position] ?? board.positions[card.position];
}

/** Every way on from a position that the viewer may take. */
export function movesFrom(position: Position | null | undefined): (BoardMove & { targetElementId: string })[] {
  if (!position || position.whyNot) return [];
  return position.moves.map((offer) => ({
    id: `${offer.outcome} ${offer.targetElementId}`,
    label: offer.outcome,
    columnId: offer.column,
    asksNote: position.requires === 'note',
    asksFile: position.requires === 'file' ? fileKinds : undefined,
    targetElementId: offer.targetElementId,
  }));
}

/** Why the card cannot be dropped here, short enough for the head of a column. */
export function whyNotHere(position: Position | undefined, card: BoardCard): string {
  if (!position) {
    if (card.waiting) return 'The deal waits. Its page can end the wait, or put it on a stage.';
    return card.moving ? 'The deal is still on its way.' : 'The deal is closed.';
  }
  if (position.whyNot) return position.whyNot;
  const targets = [...new Set(position.moves.map((offer) => offer.targetName))];
  return `${position.stageName} leads to ${listed(targets)} only.`;
}

function columnColour(column: BoardColumnData): string {
  if (column.kind === 'WON') return 'var(--pf-won)';
  if (column.kind === 'LOST') return 'var(--pf-lost)';
  return colourOf(column.colour);
}

function summaryOf(column: BoardColumnData, more: More): string | undefined {
  const cards = more.get(column.key)?.cards ?? column.cards;
  if (cards.length < column.total) return undefined; // a sum of some cards would mislead
  return sumText(cards.flatMap((card) => (card.value ? [card.value] : [])));
}

function listed(words: string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
}
