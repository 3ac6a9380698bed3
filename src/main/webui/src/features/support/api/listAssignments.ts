import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** How the request came to who has it, the first layer first; for staff. */
export function assignmentsQuery(id: string) {
  return queryOptions({
    queryKey: ['request', id, 'assignments'],
    queryFn: () => data(api.GET('/api/requests/{id}/assignments', { params: { path: { id } } })),
  });
}
