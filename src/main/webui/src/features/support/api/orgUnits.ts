import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { OrgUnit } from './types';

export interface OrgUnitForm {
  name: string;
  partnerAccountId: string | null;
}

export function listOrgUnits(q?: string, after?: string) {
  return data(api.GET('/api/org-units', { params: { query: { q, after } } }));
}

export function orgUnitQuery(id: string) {
  return queryOptions({
    queryKey: ['org-unit', id],
    queryFn: () => data(api.GET('/api/org-units/{id}', { params: { path: { id } } })),
    meta: { recordTypes: ['partner-account'] },
  });
}

export function createOrgUnit(form: OrgUnitForm) {
  return data(api.POST('/api/org-units', { body: form }));
}

export function changeOrgUnit({ id, version }: OrgUnit, form: OrgUnitForm) {
  return data(api.PUT('/api/org-units/{id}', { params: { path: { id } }, body: { ...form, version } }));
}
