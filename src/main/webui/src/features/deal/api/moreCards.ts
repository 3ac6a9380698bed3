import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { BoardFilters } from './board';

/** As many cards of one column as the server gives at once. */
export const mostCards = 200;

export function moreCardsQuery(workflowId: string, column: string, filters: BoardFilters) {
  return queryOptions({
    queryKey: ['deal', 'board', workflowId, filters, column],
    queryFn: () =>
      data(
        api.GET('/api/boards/{workflowId}/columns/{column}', {
          params: { path: { workflowId, column }, query: { ...filters, limit: mostCards } },
        }),
      ),
    meta: { patch: () => Promise.resolve() }, // the board brings them up to date with itself
  });
}
