import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function sharesQuery(id: string) {
  return queryOptions({
    queryKey: ['deal', id, 'shares'],
    queryFn: () => data(api.GET('/api/deals/{id}/shares', { params: { path: { id } } })),
  });
}
