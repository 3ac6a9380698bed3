import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Workflow = Answer<'/api/workflows/{id}', 'get'>;

export const workflowsQuery = queryOptions({
  queryKey: ['workflow', 'list'],
  queryFn: () => data(api.GET('/api/workflows')),
});

export function workflowQuery(id: string) {
  return queryOptions({
    queryKey: ['workflow', id],
    queryFn: () => data(api.GET('/api/workflows/{id}', { params: { path: { id } } })),
  });
}
