import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function notesQuery(id: string) {
  return queryOptions({
    queryKey: ['deal', id, 'notes'],
    queryFn: () => data(api.GET('/api/deals/{id}/notes', { params: { path: { id } } })),
  });
}
