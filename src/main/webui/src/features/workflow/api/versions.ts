import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type WorkflowVersion = Answer<'/api/workflows/{id}/versions', 'get'>['items'][number];

/** Newest first. */
export function listVersions(id: string, after: string | undefined) {
  return data(api.GET('/api/workflows/{id}/versions', { params: { path: { id }, query: { after } } }));
}

/** A published diagram never changes. */
export function diagramQuery(id: string, versionId: string) {
  return queryOptions({
    queryKey: ['workflow-diagram', id, versionId],
    queryFn: () => data(api.GET('/api/workflows/{id}/versions/{versionId}', { params: { path: { id, versionId } } })),
    staleTime: Infinity,
  });
}
