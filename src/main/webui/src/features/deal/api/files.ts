import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export function filesQuery(id: string) {
  return queryOptions({
    queryKey: ['deal', id, 'files'],
    queryFn: () => data(api.GET('/api/deals/{id}/files', { params: { path: { id } } })),
  });
}

/** Where the browser gets the content of a file. */
export function contentUrl(id: string, fileId: string): string {
  return `/api/deals/${id}/files/${fileId}/content`;
}
