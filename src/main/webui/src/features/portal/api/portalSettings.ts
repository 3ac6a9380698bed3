import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type PortalSettings = Answer<'/api/portal-settings', 'get'>;
export type PortalSettingsForm = Body<'/api/portal-settings', 'put'>['settings'];
export type PortalNotification = PortalSettings['notifications'][number];

export const portalSettingsQuery = queryOptions({
  queryKey: ['portal-settings'],
  queryFn: () => data(api.GET('/api/portal-settings')),
});

export function changePortalSettings(version: number, settings: PortalSettingsForm) {
  return data(api.PUT('/api/portal-settings', { body: { version, settings } }));
}
