import { api, data } from '@/shared/api/client';

/** Gives a request to a member of its team, or to the team's lead, whoever has it now. */
export function assignRequest(id: string, userId: string, reason: string) {
  return data(
    api.POST('/api/requests/{id}/assignments', {
      params: { path: { id } },
      body: { userId, reason: reason.trim() || null },
    }),
  );
}
