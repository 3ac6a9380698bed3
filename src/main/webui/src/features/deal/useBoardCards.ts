import { useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { boardQuery, type BoardFilters } from './api/board';
import { moreCardsQuery } from './api/moreCards';
import type { More } from './boardModel';

/** A board, and more cards of the columns that were asked for them. */
export function useBoardCards(workflowId: string, filters: BoardFilters) {
  const board = useQuery(boardQuery(workflowId, filters));
  const [opened, setOpened] = useState<string[]>([]);
  const pages = useQueries({ queries: opened.map((column) => moreCardsQuery(workflowId, column, filters)) });
  const more: More = new Map(
    opened.flatMap((column, index) => {
      const page = pages[index]?.data;
      return page ? [[column, page] as const] : [];
    }),
  );
  return {
    board,
    more,
    openColumn: (column: string) => setOpened((before) => [...new Set([...before, column])]),
    isOpening: (column: string) => opened.includes(column) && !more.has(column),
  };
}
