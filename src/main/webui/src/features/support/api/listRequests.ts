import { api, data } from '@/shared/api/client';
import type { ListView } from './types';

export interface RequestFilters {
  view?: ListView;
  q?: string;
  teamId?: string;
  customerId?: string;
}

export function listRequests(filters: RequestFilters, after?: string) {
  return data(api.GET('/api/requests', { params: { query: { ...filters, after } } }));
}
