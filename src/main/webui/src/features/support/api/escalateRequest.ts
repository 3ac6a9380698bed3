import { api, data } from '@/shared/api/client';

export function escalateRequest(id: string, reason: string) {
  return data(
    api.POST('/api/requests/{id}/escalation', { params: { path: { id } }, body: { reason: reason.trim() || null } }),
  );
}
