import { api, data } from '@/shared/api/client';
import type { Money } from './types';

export interface DealEdit {
  version: number;
  name: string;
  value: Money | null;
  ownerId: string | null;
}

export function editDeal(id: string, edit: DealEdit) {
  return data(api.PUT('/api/deals/{id}', { params: { path: { id } }, body: edit }));
}
