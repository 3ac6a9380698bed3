import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The teams that a new request can go to. */
export const requestTeamsQuery = queryOptions({
  queryKey: ['team', 'choices'],
  queryFn: () => data(api.GET('/api/requests/teams')),
});
