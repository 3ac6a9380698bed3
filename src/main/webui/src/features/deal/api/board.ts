import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import { boardAfter, moreAfter } from '../boardChanges';
import type { BoardData, MoreCards } from './types';

export interface BoardFilters {
  q?: string;
  ownerId?: string;
}

export function boardQuery(workflowId: string, filters: BoardFilters) {
  const queryKey = ['deal', 'board', workflowId, filters] as const;
  return queryOptions({
    queryKey,
    queryFn: () => data(api.GET('/api/boards/{workflowId}', { params: { path: { workflowId }, query: filters } })),
    placeholderData: keepPreviousData,
    meta: {
      recordTypes: ['workflow'],
      patch: async (queryClient, id) => {
        const query = { ...filters, id };
        const changes = await data(
          api.GET('/api/boards/{workflowId}/changes', { params: { path: { workflowId }, query } }),
        );
        const known = queryClient.getQueryData<BoardData>(queryKey);
        const board = known && boardAfter(known, id, changes);
        if (!board) throw new Error('The board has other columns now.');
        queryClient.setQueryData(queryKey, board);
        for (const column of board.columns) {
          queryClient.setQueryData<MoreCards>(
            [...queryKey, column.key],
            (page) => page && moreAfter(page, column.key, id, changes),
          );
        }
      },
    },
  });
}
