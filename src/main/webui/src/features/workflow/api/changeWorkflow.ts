import { api, data } from '@/shared/api/client';

export function renameWorkflow(id: string, version: number, name: string) {
  return data(api.PUT('/api/workflows/{id}', { params: { path: { id } }, body: { version, name } }));
}

/** From now on deals begin in this workflow when nobody says otherwise. */
export function makeDefaultWorkflow(id: string) {
  return data(api.PUT('/api/workflows/{id}/default', { params: { path: { id } } }));
}
