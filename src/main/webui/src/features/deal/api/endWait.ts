import { api, data } from '@/shared/api/client';

/** Ends the wait of a deal before its time. */
export function endWait(id: string, waitingSince: string) {
  return data(api.POST('/api/deals/{id}/wait-end', { params: { path: { id } }, body: { waitingSince } }));
}
