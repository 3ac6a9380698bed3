import { IconAlertTriangle, IconHeartbeat } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const menders: Audience = { kinds: ['STAFF'], permission: 'attention:view' };
const operators: Audience = { kinds: ['STAFF'], permission: 'engine:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/attention',
    component: page(() => import('./AttentionPage'), 'AttentionPage'),
    staticData: { audience: menders },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/system-health',
    component: page(() => import('./SystemHealthPage'), 'SystemHealthPage'),
    staticData: { audience: operators },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Needs attention', to: '/attention', icon: IconAlertTriangle, section: 'settings', order: 85, ...menders },
  { label: 'System health', to: '/system-health', icon: IconHeartbeat, section: 'settings', order: 86, ...operators },
];

export const homePanels: HomePanel[] = [
  { id: 'attention', order: 40, component: page(() => import('./AttentionPanel'), 'AttentionPanel'), ...menders },
];
