import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** What others and workflows told the user, unread ones first. */
export const noticesQuery = queryOptions({
  queryKey: ['deal', 'notices'],
  queryFn: () => data(api.GET('/api/deal-notices', { params: { query: { limit: 30 } } })),
});
