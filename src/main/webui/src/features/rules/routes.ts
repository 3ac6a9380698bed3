import { IconArrowsSplit2 } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const viewers: Audience = { kinds: ['STAFF'], permission: 'rules:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/rules',
    component: page(() => import('./RulesPage'), 'RulesPage'),
    staticData: { audience: viewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/rules/$ruleSet',
    component: page(() => import('./RuleSetPage'), 'RuleSetPage'),
    staticData: { audience: viewers },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Assignment rules', to: '/rules', icon: IconArrowsSplit2, section: 'settings', order: 20, ...viewers },
];
