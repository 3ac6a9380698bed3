import { api, data } from '@/shared/api/client';

export function acceptLead(id: string) {
  return data(api.POST('/api/leads/{id}/accept', { params: { path: { id } } }));
}

export function declineLead(id: string, reason: string) {
  return data(api.POST('/api/leads/{id}/decline', { params: { path: { id } }, body: { reason } }));
}

export function takeLead(id: string) {
  return data(api.POST('/api/leads/{id}/take', { params: { path: { id } } }));
}
