import { api, data } from '@/shared/api/client';

export function readNotice(id: string) {
  return data(api.PUT('/api/deal-notices/{id}/read', { params: { path: { id } } }));
}

export function readAllNotices() {
  return data(api.PUT('/api/deal-notices/read'));
}

export function readNoticesOf(dealId: string) {
  return data(api.PUT('/api/deal-notices/read', { params: { query: { dealId } } }));
}
