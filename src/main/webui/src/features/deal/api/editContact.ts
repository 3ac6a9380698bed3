import { api, data } from '@/shared/api/client';
import type { ContactValues } from './createDeal';

export function editContact(id: string, contactId: string, version: number, contact: ContactValues) {
  return data(
    api.PUT('/api/deals/{id}/contacts/{contactId}', {
      params: { path: { id, contactId } },
      body: { version, contact },
    }),
  );
}
