import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type Lead = Schema<'LeadView'>;
export type LeadState = Schema<'LeadState'>;

export interface LeadFilters {
  q?: string;
  state?: LeadState[];
  ownerId?: string;
  queueId?: string;
  /** Only what the caller is asked for or owns. */
  mine?: boolean;
  /** Only what the caller entered. */
  submitted?: boolean;
  limit?: number;
}

export function listLeads(filters: LeadFilters, after?: string) {
  return data(api.GET('/api/leads', { params: { query: { ...filters, after } } }));
}

/** The first leads of a short list, such as what waits in the inbox. */
export function leadsQuery(filters: LeadFilters) {
  return queryOptions({ queryKey: ['lead', 'list', filters], queryFn: () => listLeads(filters) });
}
