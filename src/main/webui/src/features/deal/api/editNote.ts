import { api, data } from '@/shared/api/client';

export function editNote(id: string, noteId: string, version: number, text: string, shared: boolean) {
  return data(
    api.PUT('/api/deals/{id}/notes/{noteId}', { params: { path: { id, noteId } }, body: { version, text, shared } }),
  );
}
