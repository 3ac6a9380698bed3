import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import { refresh } from '@/shared/hooks/liveChanges';
import { boardQuery } from './api/board';
import type { BoardChanges, BoardData, CardData } from './api/types';
import { boardAfter, moreAfter } from './boardChanges';

const get = vi.hoisted(() => vi.fn());
vi.mock('@/shared/api/client', () => ({ api: { GET: get }, data: (answer: unknown) => answer }));

const card = (id: string, minute: number) => ({ id, since: `2026-01-01T10:${minute}:00Z` }) as CardData;
const column = (key: string, cards: CardData[], more: { next?: string; kind?: string } = {}) => ({
  key,
  kind: 'STAGE',
  total: cards.length,
  cards,
  ...more,
});
const board = {
  columns: [
    column('A', [card('a2', 12), card('a1', 11)]),
    column('B', [card('b1', 10)]),
    column('Old', [card('o1', 10)], { kind: 'OLDER_STAGE' }),
  ],
  positions: { known: {} },
} as unknown as BoardData;

function changes(totals: Record<string, number>, cards: BoardChanges['cards'] = []): BoardChanges {
  return {
    totals: Object.entries(totals).map(([key, total]) => ({ key, total })),
    cards,
    positions: { fresh: {} },
  } as unknown as BoardChanges;
}

const shown = (data: BoardData | null) =>
  data?.columns.map(({ key, cards }) => `${key}: ${cards.map((c) => c.id).join(' ')}`);

describe('[F10.6] a board that is brought up to date', () => {
  it('has the card in its new column on top, with both totals, and the rest as it was', () => {
    const after = boardAfter(board, ['a1'], changes({ A: 1, B: 2, Old: 1 }, [{ column: 'B', card: card('a1', 30) }]));
    expect(shown(after)).toEqual(['A: a2', 'B: a1 b1', 'Old: o1']);
    expect(after?.columns.map(({ total }) => total)).toEqual([1, 2, 1]);
    expect(Object.keys(after?.positions ?? {})).toEqual(['known', 'fresh']);
    expect(after?.columns[2]?.cards[0]).toBe(board.columns[2]?.cards[0]);
  });

  it('loses a card that is on it no more, and a column of an older version that is empty', () => {
    expect(shown(boardAfter(board, ['o1'], changes({ A: 2, B: 1 })))).toEqual(['A: a2 a1', 'B: b1']);
  });

  it('is loaded anew where there is a column that it does not know', () => {
    expect(boardAfter(board, ['a1'], changes({ A: 1, New: 1 }))).toBeNull();
  });

  it('leaves a card that lies further down to the next page', () => {
    const page = { cards: [card('x', 30)], next: 'more', positions: {} };
    const found = changes({}, [{ column: 'A', card: card('y', 10) }]);
    expect(moreAfter(page, 'A', ['y'], found).cards.map(({ id }) => id)).toEqual(['x']);
  });

  it('asks once for a burst of changes, and never for the whole board', async () => {
    const ids = ['01890a5d-ac96-774b-bcce-b302099a8057', '01890a5d-ac96-774b-bcce-b302099a8058'];
    get.mockResolvedValue(changes({ A: 2, B: 1, Old: 1 }));
    const client = new QueryClient();
    const options = { ...boardQuery('flow', { q: 'chairs' }), staleTime: Infinity };
    client.setQueryData(options.queryKey, board);
    const hide = new QueryObserver(client, options).subscribe(() => undefined);

    await refresh(client, new Map([['deal', new Set(ids)]]));

    expect(get.mock.calls).toEqual([
      [
        '/api/boards/{workflowId}/changes',
        { params: { path: { workflowId: 'flow' }, query: { q: 'chairs', id: ids } } },
      ],
    ]);
    hide();
  });
});
