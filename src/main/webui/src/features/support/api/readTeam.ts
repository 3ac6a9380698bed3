import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function teamQuery(id: string) {
  return queryOptions({
    queryKey: ['team', id],
    queryFn: () => data(api.GET('/api/teams/{id}', { params: { path: { id } } })),
    meta: { recordTypes: ['user'] },
  });
}
