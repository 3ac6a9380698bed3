import { api, data } from '@/shared/api/client';

export interface Move {
  visitId: string;
  waitingSince: string | null;
  outcome: string;
  targetElementId: string;
  note?: { text: string; shared: boolean };
}

export function moveDeal(id: string, move: Move) {
  return data(api.POST('/api/deals/{id}/moves', { params: { path: { id } }, body: { note: null, ...move } }));
}
