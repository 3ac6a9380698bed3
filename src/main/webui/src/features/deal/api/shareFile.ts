import { api, data } from '@/shared/api/client';

export function shareFile(id: string, fileId: string, version: number, shared: boolean) {
  return data(
    api.PUT('/api/deals/{id}/files/{fileId}', { params: { path: { id, fileId } }, body: { version, shared } }),
  );
}
