import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';

export function editLead(id: string, lead: Schema<'LeadForm'>) {
  return data(api.PUT('/api/leads/{id}', { params: { path: { id } }, body: lead }));
}
