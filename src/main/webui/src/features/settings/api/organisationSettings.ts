import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type OrganisationSettings = Answer<'/api/organisation-settings', 'get'>;
export type OrganisationForm = Body<'/api/organisation-settings', 'put'>['settings'];

export const organisationSettingsQuery = queryOptions({
  queryKey: ['organisation-settings'],
  queryFn: () => data(api.GET('/api/organisation-settings')),
});

export function changeOrganisationSettings(version: number, settings: OrganisationForm) {
  return data(api.PUT('/api/organisation-settings', { body: { version, settings } }));
}
