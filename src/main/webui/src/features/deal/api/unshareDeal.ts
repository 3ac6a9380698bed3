import { api, data } from '@/shared/api/client';

export function unshareDeal(id: string, partnerUserId: string) {
  return data(api.DELETE('/api/deals/{id}/shares/{partnerUserId}', { params: { path: { id, partnerUserId } } }));
}
