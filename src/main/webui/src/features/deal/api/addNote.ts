import { api, data } from '@/shared/api/client';

export function addNote(id: string, text: string, shared: boolean) {
  return data(api.POST('/api/deals/{id}/notes', { params: { path: { id } }, body: { text, shared } }));
}
