import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Customer } from './types';

export interface CustomerForm {
  name: string;
  email: string;
  orgUnitId: string;
  partnerAccountId: string | null;
}

export function listCustomers(filters: { q?: string; orgUnitId?: string; limit?: number }, after?: string) {
  return data(api.GET('/api/customers', { params: { query: { ...filters, after } } }));
}

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: ['customer', id],
    queryFn: () => data(api.GET('/api/customers/{id}', { params: { path: { id } } })),
    meta: { recordTypes: ['org-unit', 'partner-account'] },
  });
}

export function createCustomer(form: CustomerForm) {
  return data(api.POST('/api/customers', { body: form }));
}

/** Mails another link; the former one is useless from now on. Who was removed comes back by it. */
export function inviteCustomerAgain(id: string) {
  return data(api.POST('/api/customers/{id}/invitation', { params: { path: { id } } }));
}

export function changeCustomer({ id, version }: Customer, { orgUnitId, partnerAccountId }: CustomerForm) {
  return data(
    api.PUT('/api/customers/{id}', { params: { path: { id } }, body: { orgUnitId, partnerAccountId, version } }),
  );
}
