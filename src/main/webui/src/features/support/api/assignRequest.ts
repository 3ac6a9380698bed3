import { api, data } from '@/shared/api/client';

/** Gives a request that nobody was left for to a member of its team. */
export function assignRequest(id: string, userId: string) {
  return data(api.POST('/api/requests/{id}/assignments', { params: { path: { id } }, body: { userId } }));
}
