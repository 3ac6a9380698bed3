import { api, data } from '@/shared/api/client';
import type { Money } from './types';

export interface ContactValues {
  firstName: string;
  lastName: string;
  email: string;
  phone: string;
}

export interface NewDeal {
  name: string;
  value: Money | null;
  workflowId: string | null;
  contacts: ContactValues[];
  ownerId: string | null;
  partnerUserId: string | null;
}

export function createDeal(deal: NewDeal) {
  return data(api.POST('/api/deals', { body: { partnerAccountId: null, ...deal } }));
}
