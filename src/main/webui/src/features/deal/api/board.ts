import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export interface BoardFilters {
  q?: string;
  ownerId?: string;
}

export function boardQuery(workflowId: string, filters: BoardFilters) {
  return queryOptions({
    queryKey: ['deal', 'board', workflowId, filters],
    queryFn: () => data(api.GET('/api/boards/{workflowId}', { params: { path: { workflowId }, query: filters } })),
    placeholderData: keepPreviousData,
    meta: { recordTypes: ['workflow'] },
  });
}
