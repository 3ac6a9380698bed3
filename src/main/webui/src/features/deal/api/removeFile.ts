import { api, data } from '@/shared/api/client';

export function removeFile(id: string, fileId: string) {
  return data(api.DELETE('/api/deals/{id}/files/{fileId}', { params: { path: { id, fileId } } }));
}
