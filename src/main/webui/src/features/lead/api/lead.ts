import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function leadQuery(id: string) {
  return queryOptions({
    queryKey: ['lead', id],
    queryFn: () => data(api.GET('/api/leads/{id}', { params: { path: { id } } })),
  });
}
