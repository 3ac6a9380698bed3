import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type PartnerUser = Answer<'/api/partner-users/{id}', 'get'>;
export type PartnerUserState = PartnerUser['state'];

export interface PartnerUserFilters {
  q?: string;
  state?: PartnerUserState;
  accountId?: string;
}

export function listPartnerUsers(query: PartnerUserFilters & { after?: string; limit?: number }) {
  return data(api.GET('/api/partner-users', { params: { query } }));
}

export function partnerUserQuery(id: string) {
  return queryOptions({
    queryKey: ['partner-user', id],
    queryFn: () => data(api.GET('/api/partner-users/{id}', { params: { path: { id } } })),
  });
}

export function previewQuery(contactId: string) {
  return queryOptions({
    queryKey: ['partner-user', 'preview', contactId],
    queryFn: () => data(api.GET('/api/partner-users/preview', { params: { query: { contactId } } })),
    staleTime: 0,
  });
}

export function enablePartnerUser(contactId: string, allocatedTo: string[]) {
  return data(api.POST('/api/partner-users', { body: { contactId, allocatedTo } }));
}

export function allocate(id: string, version: number, userIds: string[]) {
  return data(api.PUT('/api/partner-users/{id}/allocation', { params: { path: { id } }, body: { version, userIds } }));
}

export function inviteAgain(id: string) {
  return data(api.POST('/api/partner-users/{id}/invitation', { params: { path: { id } } }));
}

export async function removePartnerUser(id: string, handOver: string | null): Promise<void> {
  await api.DELETE('/api/partner-users/{id}', { params: { path: { id }, query: { handOver: handOver ?? undefined } } });
}

/** What the partner user would leave behind. */
export function partnerUserWork(id: string) {
  return data(api.GET('/api/partner-users/{id}/work', { params: { path: { id } } }));
}

export function partnerUserActivity(id: string, after?: string) {
  return data(api.GET('/api/partner-users/{id}/activity', { params: { path: { id }, query: { after, limit: 20 } } }));
}
