import { api, data } from '@/shared/api/client';

export function resolveRequest(id: string, text: string) {
  return data(
    api.POST('/api/requests/{id}/resolution', { params: { path: { id } }, body: { text: text.trim() || null } }),
  );
}
