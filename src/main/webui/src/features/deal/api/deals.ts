import { api, data } from '@/shared/api/client';

export interface DealFilters {
  q?: string;
  workflowId?: string;
  state?: 'OPEN' | 'WON' | 'LOST';
  stage?: string;
  ownerId?: string;
  partnerAccountId?: string;
  stuck?: boolean;
  /** Only these, as far as they fit the rest. */
  id?: string[];
}

export function listDeals(filters: DealFilters, after: string | undefined) {
  return data(api.GET('/api/deals', { params: { query: { ...filters, after } } }));
}
