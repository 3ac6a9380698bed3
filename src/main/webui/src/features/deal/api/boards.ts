import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The boards that the user may open, the one for new deals first. */
export const boardsQuery = queryOptions({
  queryKey: ['deal', 'boards'],
  queryFn: () => data(api.GET('/api/boards')),
  meta: { recordTypes: ['workflow'] },
});
