import { api, data } from '@/shared/api/client';
import type { Lead } from './leads';

/** What is known of the person to talk to, with what a deal needs; null to take the lead as it is. */
export type CompletedContact = Lead['contact'] | null;

export function acceptLead(id: string, contact: CompletedContact = null) {
  return data(api.POST('/api/leads/{id}/accept', { params: { path: { id } }, body: { contact } }));
}

export function declineLead(id: string, reason: string) {
  return data(api.POST('/api/leads/{id}/decline', { params: { path: { id } }, body: { reason } }));
}

export function takeLead(id: string, contact: CompletedContact = null) {
  return data(api.POST('/api/leads/{id}/take', { params: { path: { id } }, body: { contact } }));
}
