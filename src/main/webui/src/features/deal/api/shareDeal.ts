import { api, data } from '@/shared/api/client';

export function shareDeal(id: string, partnerUserId: string) {
  return data(api.POST('/api/deals/{id}/shares', { params: { path: { id } }, body: { partnerUserId } }));
}
