import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function dealQuery(id: string) {
  return queryOptions({
    queryKey: ['deal', id],
    queryFn: () => data(api.GET('/api/deals/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data?.place.moving && !state.data.place.waiting ? 4_000 : false),
    meta: { recordTypes: ['workflow'] },
  });
}
