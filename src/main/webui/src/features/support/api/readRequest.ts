import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function requestQuery(id: string) {
  return queryOptions({
    queryKey: ['request', id],
    queryFn: () => data(api.GET('/api/requests/{id}', { params: { path: { id } } })),
    meta: { recordTypes: ['team'] },
  });
}
