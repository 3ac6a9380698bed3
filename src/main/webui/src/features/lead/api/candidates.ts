import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type Candidate = Schema<'LeadCandidateView'>;

export function candidatesQuery(leadId: string) {
  return queryOptions({
    queryKey: ['lead', leadId, 'candidates'],
    queryFn: () => data(api.GET('/api/leads/{id}/candidates', { params: { path: { id: leadId } } })),
    staleTime: 0,
  });
}
