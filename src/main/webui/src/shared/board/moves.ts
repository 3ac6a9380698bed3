export interface BoardColumn {
  id: string;
  title: string;
  /** Any CSS colour; a thin line above the column. */
  colour?: string;
  /** Beside the count, for example the sum of the values. */
  summary?: string;
  /** Where cards leave the board (won, lost): narrow. */
  end?: boolean;
  /** How many cards there are, when not all of them are loaded. */
  total?: number;
  /** Beside the title, for example "older version". */
  hint?: string;
}

/** One way on for a card: `label` names the outcome where there are several. */
export interface BoardMove {
  id: string;
  label: string;
  columnId: string;
  /** The card goes on only with a note, which is asked for. */
  asksNote?: boolean;
  /** The card goes on only with a file, which is asked for: its kinds, as an input accepts them. */
  asksFile?: string;
}

export interface MoveNote {
  text: string;
  shared: boolean;
}

/** What was asked for with a move. */
export interface MoveAnswer {
  note?: MoveNote;
  file?: File;
}

export function asksSomething(move: BoardMove): boolean {
  return Boolean(move.asksNote) || move.asksFile !== undefined;
}

/** The moves that a drop on the column may mean: none = refused, several = the user is asked. */
export function movesTo(moves: BoardMove[], columnId: string): BoardMove[] {
  return moves.filter((move) => move.columnId === columnId);
}

/** The next column in this direction that can take the card; stays where it is when there is none. */
export function nextTarget(
  columns: BoardColumn[],
  moves: BoardMove[],
  home: string,
  current: string,
  direction: -1 | 1,
): string {
  const index = columns.findIndex((column) => column.id === current);
  for (let next = index + direction; next >= 0 && next < columns.length; next += direction) {
    const { id } = columns[next]!;
    if (id === home || movesTo(moves, id).length > 0) return id;
  }
  return current;
}

/** Cards of each column, in the order given; a card that is on its way is shown where it goes. */
export function byColumn<Card>(
  columns: BoardColumn[],
  cards: Card[],
  columnOf: (card: Card) => string,
): Map<string, Card[]> {
  const groups = new Map<string, Card[]>(columns.map((column) => [column.id, []]));
  for (const card of cards) groups.get(columnOf(card))?.push(card);
  return groups;
}

/** Where the focus goes with the arrow keys: up and down in a column, left and right to the nearest card of another. */
export function neighbour(grid: string[][], current: string, key: string): string | null {
  const x = grid.findIndex((column) => column.includes(current));
  if (x < 0) return null;
  const y = grid[x]!.indexOf(current);
  if (key === 'ArrowUp') return grid[x]![y - 1] ?? null;
  if (key === 'ArrowDown') return grid[x]![y + 1] ?? null;
  const step = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : 0;
  if (step === 0) return null;
  for (let next = x + step; next >= 0 && next < grid.length; next += step) {
    const column = grid[next]!;
    if (column.length > 0) return column[Math.min(y, column.length - 1)]!;
  }
  return null;
}
