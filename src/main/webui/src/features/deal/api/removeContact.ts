import { api, data } from '@/shared/api/client';

export function removeContact(id: string, contactId: string) {
  return data(api.DELETE('/api/deals/{id}/contacts/{contactId}', { params: { path: { id, contactId } } }));
}
