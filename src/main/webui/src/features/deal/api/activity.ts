import { api, data } from '@/shared/api/client';

export function listActivity(id: string, after: string | undefined) {
  return data(api.GET('/api/deals/{id}/activity', { params: { path: { id }, query: { after } } }));
}
