import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export type Decision = Schema<'Decision'>;

export function decisionsQuery(leadId: string) {
  return queryOptions({
    queryKey: ['lead', leadId, 'decisions'],
    queryFn: () => data(api.GET('/api/leads/{id}/decisions', { params: { path: { id: leadId } } })),
  });
}
