import { api, data } from '@/shared/api/client';

export function assignLead(id: string, to: { partnerUserId: string; note: string | null } | { queueId: string }) {
  return data(
    api.POST('/api/leads/{id}/assignment', {
      params: { path: { id } },
      body: { partnerUserId: null, queueId: null, note: null, ...to },
    }),
  );
}

/** Lets the rules decide again. */
export function decideLead(id: string) {
  return data(api.POST('/api/leads/{id}/decisions', { params: { path: { id } } }));
}
