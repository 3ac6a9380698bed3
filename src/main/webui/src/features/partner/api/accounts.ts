import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type Account = Answer<'/api/partner-accounts/{id}', 'get'>;
export type AccountForm = Body<'/api/partner-accounts/hints', 'post'>;
export type Duplicate = Answer<'/api/partner-accounts/hints', 'post'>['duplicates'][number];

export interface AccountFilters {
  q?: string;
  statusId?: string;
  typeId?: string;
  partner?: boolean;
}

export function listAccounts(query: AccountFilters & { after?: string; limit?: number }) {
  return data(api.GET('/api/partner-accounts', { params: { query } }));
}

export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ['partner-account', id],
    queryFn: () => data(api.GET('/api/partner-accounts/{id}', { params: { path: { id } } })),
  });
}

/** Warnings of the naming rule and likely duplicates; nothing is stored. */
export function accountHints(body: AccountForm) {
  return data(api.POST('/api/partner-accounts/hints', { body }));
}

export function createAccount(account: AccountForm, seenDuplicates: string[]) {
  return data(api.POST('/api/partner-accounts', { body: { account, seenDuplicates } }));
}

export function changeAccount(id: string, version: number, account: AccountForm, seenDuplicates: string[]) {
  return data(
    api.PUT('/api/partner-accounts/{id}', { params: { path: { id } }, body: { version, account, seenDuplicates } }),
  );
}

export function enableAsPartner(id: string) {
  return data(api.POST('/api/partner-accounts/{id}/enable-as-partner', { params: { path: { id } } }));
}

export function accountActivity(id: string, after?: string) {
  return data(
    api.GET('/api/partner-accounts/{id}/activity', { params: { path: { id }, query: { after, limit: 20 } } }),
  );
}

export function exportAccountsHref(filters: AccountFilters) {
  const query = new URLSearchParams();
  for (const [key, value] of Object.entries(filters)) if (value !== undefined) query.set(key, String(value));
  return `/api/partner-accounts/export?${query.toString()}`;
}
