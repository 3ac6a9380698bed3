import { IconHistory } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const auditors: Audience = { kinds: ['STAFF'], permission: 'audit:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/audit',
    component: page(() => import('./AuditPage'), 'AuditPage'),
    staticData: { audience: auditors },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Audit trail', to: '/audit', icon: IconHistory, section: 'settings', order: 90, ...auditors },
];
