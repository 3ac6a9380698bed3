import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';
import type { Lead } from './leads';

export function receiveLead(lead: Schema<'LeadForm'>) {
  return data<Lead>(api.POST('/api/leads', { body: lead }));
}
