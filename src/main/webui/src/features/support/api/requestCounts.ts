import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export const requestCountsQuery = queryOptions({
  queryKey: ['request', 'counts'],
  queryFn: () => data(api.GET('/api/requests/counts')),
});
