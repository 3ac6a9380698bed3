import { IconSitemap } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const viewers: Audience = { kinds: ['STAFF'], permission: 'workflow:view' };
const editors: Audience = { kinds: ['STAFF'], permission: 'workflow:edit' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/workflows',
    component: page(() => import('./WorkflowsPage'), 'WorkflowsPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/workflows/$id',
    validateSearch: (search: Record<string, unknown>): { tab?: 'versions' } =>
      search.tab === 'versions' ? { tab: 'versions' } : {},
    component: page(() => import('./WorkflowPage'), 'WorkflowPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/workflows/$id/edit',
    component: page(() => import('./EditorPage'), 'EditorPage'),
    staticData: { audience: editors },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/workflows/$id/compare/$before/$after',
    component: page(() => import('./ComparePage'), 'ComparePage'),
    staticData: { audience: viewers },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Workflows', to: '/workflows', icon: IconSitemap, section: 'settings', order: 20, ...viewers },
];
