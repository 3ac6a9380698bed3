import { api, data } from '@/shared/api/client';

export function replyToRequest(id: string, text: string) {
  return data(api.POST('/api/requests/{id}/responses', { params: { path: { id } }, body: { text } }));
}
