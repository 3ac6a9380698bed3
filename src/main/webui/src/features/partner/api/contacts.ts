import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type Contact = Answer<'/api/contacts/{id}', 'get'>;
export type ContactForm = Body<'/api/contacts', 'post'>['contact'];

export function listContacts(query: { accountId?: string; q?: string; after?: string; limit?: number }) {
  return data(api.GET('/api/contacts', { params: { query } }));
}

export function contactQuery(id: string) {
  return queryOptions({
    queryKey: ['contact', id],
    queryFn: () => data(api.GET('/api/contacts/{id}', { params: { path: { id } } })),
  });
}

export function createContact(contact: ContactForm, seenDuplicates: string[]) {
  return data(api.POST('/api/contacts', { body: { contact, seenDuplicates } }));
}

export function changeContact(id: string, version: number, contact: ContactForm, seenDuplicates: string[]) {
  return data(api.PUT('/api/contacts/{id}', { params: { path: { id } }, body: { version, contact, seenDuplicates } }));
}
