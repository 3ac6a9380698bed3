import { IconAlertTriangle } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const menders: Audience = { kinds: ['STAFF'], permission: 'attention:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/attention',
    component: page(() => import('./AttentionPage'), 'AttentionPage'),
    staticData: { audience: menders },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Needs attention', to: '/attention', icon: IconAlertTriangle, section: 'settings', order: 85, ...menders },
];

export const homePanels: HomePanel[] = [
  { id: 'attention', order: 40, component: page(() => import('./AttentionPanel'), 'AttentionPanel'), ...menders },
];
