import { IconBuildingCommunity, IconLifebuoy, IconStairsUp, IconUsers } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const requests: Audience = { permission: 'request:view' };
const teams: Audience = { permission: 'team:view' };
const customers: Audience = { permission: 'customer:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/requests',
    component: page(() => import('./requests/RequestsPage'), 'RequestsPage'),
    staticData: { audience: requests },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/requests/new',
    component: page(() => import('./requests/NewRequestPage'), 'NewRequestPage'),
    staticData: { audience: { permission: 'request:create' } },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/requests/$id',
    component: page(() => import('./requests/RequestPage'), 'RequestPage'),
    staticData: { audience: requests },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/teams',
    component: page(() => import('./teams/TeamsPage'), 'TeamsPage'),
    staticData: { audience: teams },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/teams/$id',
    component: page(() => import('./teams/TeamPage'), 'TeamPage'),
    staticData: { audience: teams },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/customers',
    component: page(() => import('./customers/CustomersPage'), 'CustomersPage'),
    staticData: { audience: customers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/customers/$id',
    component: page(() => import('./customers/CustomerPage'), 'CustomerPage'),
    staticData: { audience: customers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/org-units',
    component: page(() => import('./customers/OrgUnitsPage'), 'OrgUnitsPage'),
    staticData: { audience: customers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/org-units/$id',
    component: page(() => import('./customers/OrgUnitPage'), 'OrgUnitPage'),
    staticData: { audience: customers },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Requests', to: '/requests', icon: IconLifebuoy, section: 'work', order: 40, ...requests },
  { label: 'Customers', to: '/customers', icon: IconUsers, section: 'records', order: 40, ...customers },
  { label: 'Org units', to: '/org-units', icon: IconBuildingCommunity, section: 'records', order: 50, ...customers },
  { label: 'Teams', to: '/teams', icon: IconStairsUp, section: 'settings', order: 40, ...teams },
];

export const homePanels: HomePanel[] = [
  {
    id: 'requests',
    order: 40,
    kinds: ['STAFF'],
    ...requests,
    component: lazy(async () => ({ default: (await import('./requests/RequestsPanel')).RequestsPanel })),
  },
];
