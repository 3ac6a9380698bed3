import { api, data } from '@/shared/api/client';

export function readNotice(id: string) {
  return data(api.PUT('/api/deal-notices/{id}/read', { params: { path: { id } } }));
}
