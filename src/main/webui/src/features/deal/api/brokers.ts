import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Who can own deals. */
export const brokersQuery = queryOptions({
  queryKey: ['user', 'brokers'],
  queryFn: () => data(api.GET('/api/users', { params: { query: { role: 'BROKER', limit: 200 } } })),
});
