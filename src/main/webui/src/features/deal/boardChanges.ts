import type { BoardChanges, BoardData, CardData, MoreCards } from './api/types';

/** The board with some deals where they are now; null when it has a column that it had not, so that it has to be loaded anew. */
export function boardAfter(board: BoardData, ids: string[], changes: BoardChanges): BoardData | null {
  const known = new Set(board.columns.map((column) => column.key));
  if (changes.totals.some((column) => !known.has(column.key))) return null;
  const totals = new Map(changes.totals.map((column) => [column.key, column.total]));
  return {
    ...board,
    columns: board.columns
      .map((column) => ({
        ...column,
        total: totals.get(column.key) ?? 0,
        cards: cardsAfter(column.cards, column.key, ids, changes, Boolean(column.next)),
      }))
      .filter((column) => column.kind !== 'OLDER_STAGE' || column.total > 0),
    positions: { ...board.positions, ...changes.positions },
  };
}

/** As {@link boardAfter}, more cards of one column. */
export function moreAfter(page: MoreCards, column: string, ids: string[], changes: BoardChanges): MoreCards {
  return {
    ...page,
    cards: cardsAfter(page.cards, column, ids, changes, Boolean(page.next)),
    positions: { ...page.positions, ...changes.positions },
  };
}

/** The latest arrival first; what lies further down than all that is loaded stays there. */
function cardsAfter(
  cards: CardData[],
  column: string,
  ids: string[],
  changes: BoardChanges,
  hasMore: boolean,
): CardData[] {
  const last = hasMore ? cards.at(-1) : undefined;
  const changed = new Set(ids);
  const here = changes.cards
    .filter((placed) => placed.column === column)
    .map((placed) => placed.card)
    .filter((card) => !last || compare(card, last) <= 0);
  return [...cards.filter((card) => !changed.has(card.id)), ...here].sort(compare);
}

function compare(one: CardData, other: CardData): number {
  return Date.parse(other.since) - Date.parse(one.since) || (one.id < other.id ? 1 : one.id > other.id ? -1 : 0);
}
