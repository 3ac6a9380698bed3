import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export const organisationQuery = queryOptions({
  queryKey: ['organisation'],
  queryFn: () => data(api.GET('/api/organisation')),
});

/** Invitations are sent in the name of the owner. */
export function makeOwner(userId: string) {
  return data(api.PUT('/api/organisation/owner', { body: { userId } }));
}
