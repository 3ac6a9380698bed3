import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type Offer = Schema<'LeadOfferView'>;

export function offersQuery(leadId: string) {
  return queryOptions({
    queryKey: ['lead', leadId, 'offers'],
    queryFn: () => data(api.GET('/api/leads/{id}/offers', { params: { path: { id: leadId } } })),
  });
}
