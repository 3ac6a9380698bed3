import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Who could be in a layer, and of those who cannot, why not. */
export function candidatesQuery(q: string) {
  return queryOptions({
    queryKey: ['team', 'candidates', q],
    queryFn: () => data(api.GET('/api/teams/candidates', { params: { query: { q: q || undefined, limit: 30 } } })),
    placeholderData: keepPreviousData,
    meta: { recordTypes: ['user', 'partner-user'] },
  });
}
