import { IconSettingsAutomation, IconUserShare } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { AccountTab } from '@/shared/accountTabs';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const viewers: Audience = { kinds: ['STAFF'], permission: 'partner:view' };
const enablers: Audience = { kinds: ['STAFF'], permission: 'partner:enable' };
const admins: Audience = { kinds: ['STAFF'], permission: 'portal-settings:edit' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-users',
    component: page(() => import('./PartnerUsersPage'), 'PartnerUsersPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-users/new',
    component: page(() => import('./EnablePartnerUserPage'), 'EnablePartnerUserPage'),
    staticData: { audience: enablers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-users/$id',
    component: page(() => import('./PartnerUserPage'), 'PartnerUserPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/portal-settings',
    component: page(() => import('./PortalSettingsPage'), 'PortalSettingsPage'),
    staticData: { audience: admins },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Partner users', to: '/partner-users', icon: IconUserShare, section: 'records', order: 20, ...viewers },
  {
    label: 'Partner portal',
    to: '/portal-settings',
    icon: IconSettingsAutomation,
    section: 'settings',
    order: 60,
    ...admins,
  },
];

export const accountTabs: AccountTab[] = [
  {
    id: 'partner-users',
    label: 'Partner users',
    order: 10,
    component: page(() => import('./AccountPartnerUsers'), 'AccountPartnerUsers'),
    ...viewers,
  },
];
