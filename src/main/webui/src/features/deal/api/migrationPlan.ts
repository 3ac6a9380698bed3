import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function migrationPlanQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ['deal', id, 'migration', version],
    queryFn: () => data(api.GET('/api/deals/{id}/migration', { params: { path: { id }, query: { version } } })),
  });
}
