import { IconBuildings, IconListDetails } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const viewers: Audience = { kinds: ['STAFF'], permission: 'partner:view' };
const editors: Audience = { kinds: ['STAFF'], permission: 'partner:edit' };
const importers: Audience = { kinds: ['STAFF'], permission: 'partner:import' };
const admins: Audience = { kinds: ['STAFF'], permission: 'organisation:edit' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-accounts',
    component: page(() => import('./AccountsPage'), 'AccountsPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-accounts/new',
    component: page(() => import('./NewAccountPage'), 'NewAccountPage'),
    staticData: { audience: editors },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/partner-accounts/$id',
    component: page(() => import('./AccountPage'), 'AccountPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/contacts/$id',
    component: page(() => import('./ContactPage'), 'ContactPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/imports',
    component: page(() => import('./ImportsPage'), 'ImportsPage'),
    staticData: { audience: importers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/imports/$id',
    component: page(() => import('./ImportPage'), 'ImportPage'),
    staticData: { audience: importers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/picklists',
    component: page(() => import('./PicklistsPage'), 'PicklistsPage'),
    staticData: { audience: admins },
  }),
] as const;

export const navigation: NavigationItem[] = [
  {
    label: 'Partner accounts',
    to: '/partner-accounts',
    icon: IconBuildings,
    section: 'records',
    order: 10,
    ...viewers,
  },
  { label: 'Picklists', to: '/picklists', icon: IconListDetails, section: 'settings', order: 70, ...admins },
];
