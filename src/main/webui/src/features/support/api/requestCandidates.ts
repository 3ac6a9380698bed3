import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Whom a request could be given to, and of those who cannot work on it, why not. */
export function requestCandidatesQuery(id: string) {
  return queryOptions({
    queryKey: ['request', id, 'candidates'],
    queryFn: () => data(api.GET('/api/requests/{id}/candidates', { params: { path: { id } } })),
    staleTime: 0,
    meta: { recordTypes: ['team', 'user'] },
  });
}
