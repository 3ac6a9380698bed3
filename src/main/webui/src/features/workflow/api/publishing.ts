import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type CheckResult = Answer<'/api/workflows/{id}/check', 'post'>;
export type DiagramProblem = CheckResult['problems'][number];

/** What is wrong in a diagram, and where; stores nothing. */
export function checkDiagram(id: string, diagram: string) {
  return data(api.POST('/api/workflows/{id}/check', { params: { path: { id } }, body: { diagram } }));
}

export interface Publication {
  diagram: string;
  comment: string;
  /** The version that was opened; refused when another one has been published since. */
  basedOn: string | null;
}

export function publishDiagram(id: string, body: Publication) {
  return data(api.POST('/api/workflows/{id}/versions', { params: { path: { id } }, body }));
}

/** Publishes the diagram of an older version as the newest one. */
export function restoreVersion(id: string, versionId: string, comment: string) {
  return data(
    api.POST('/api/workflows/{id}/versions/{versionId}/restore', {
      params: { path: { id, versionId } },
      body: { comment },
    }),
  );
}
