import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function invitationQuery(token: string) {
  return queryOptions({
    queryKey: ['invitation', token],
    queryFn: () => data(api.GET('/api/invitations/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
