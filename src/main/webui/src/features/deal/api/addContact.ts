import { api, data } from '@/shared/api/client';
import type { ContactValues } from './createDeal';

export function addContact(id: string, contact: ContactValues) {
  return data(api.POST('/api/deals/{id}/contacts', { params: { path: { id } }, body: contact }));
}
