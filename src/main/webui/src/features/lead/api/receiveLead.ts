import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export function receiveLead(lead: Schema<'LeadForm'>) {
  return data(api.POST('/api/leads', { body: lead }));
}
