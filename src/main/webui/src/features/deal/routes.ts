import { IconBriefcase, IconLayoutKanban } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const audience: Audience = { permission: 'deal:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards',
    component: page(() => import('./BoardsPage'), 'BoardsPage'),
    staticData: { audience },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/boards/$workflowId',
    component: page(() => import('./BoardPage'), 'BoardPage'),
    staticData: { audience },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/deals',
    component: page(() => import('./DealListPage'), 'DealListPage'),
    staticData: { audience },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/deals/$dealId',
    component: page(() => import('./DealPage'), 'DealPage'),
    staticData: { audience },
  }),
] as const;

export const homePanels: HomePanel[] = [
  {
    id: 'my-deals',
    order: 5,
    component: page(() => import('./MyDealsPanel'), 'MyDealsPanel'),
    permission: 'deal:edit',
  },
];

export const navigation: NavigationItem[] = [
  { label: 'Board', to: '/boards', icon: IconLayoutKanban, section: 'work', order: 10, ...audience },
  { label: 'Deals', to: '/deals', icon: IconBriefcase, section: 'work', order: 11, ...audience },
];
