import { useCallback, useEffect, useState } from 'react';

interface Pending {
  from: string;
  to: string;
  settled: boolean;
}

const arrivesWithinMillis = 8_000;

/**
 * Cards that were moved but are not reported in their new column yet: they are shown there at once, go back when the move is
 * refused, and are forgotten as soon as the data names another column than the one they left.
 */
export function usePendingMoves<Card>(cardId: (card: Card) => string, columnOf: (card: Card) => string) {
  const [pending, setPending] = useState<ReadonlyMap<string, Pending>>(new Map());

  const forget = useCallback(
    (id: string) =>
      setPending((before) => {
        const next = new Map(before);
        next.delete(id);
        return next;
      }),
    [],
  );

  const start = useCallback(
    async (card: Card, to: string, send: () => unknown) => {
      const id = cardId(card);
      const entry = { from: columnOf(card), to, settled: false };
      setPending((before) => new Map(before).set(id, entry));
      try {
        await send();
        setPending((before) => (before.has(id) ? new Map(before).set(id, { ...entry, settled: true }) : before));
      } catch (error) {
        forget(id);
        throw error;
      }
    },
    [cardId, columnOf, forget],
  );

  useEffect(() => {
    const settled = [...pending].filter(([, entry]) => entry.settled).map(([id]) => id);
    if (settled.length === 0) return undefined;
    const timer = setTimeout(() => settled.forEach(forget), arrivesWithinMillis);
    return () => clearTimeout(timer);
  }, [pending, forget]);

  const entryOf = (card: Card) => {
    const entry = pending.get(cardId(card));
    return entry && entry.from === columnOf(card) ? entry : undefined;
  };
  return {
    start,
    isPending: (card: Card) => entryOf(card) !== undefined,
    shownIn: (card: Card) => entryOf(card)?.to ?? columnOf(card),
  };
}
