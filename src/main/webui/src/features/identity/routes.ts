import { IconUsersGroup } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const userViewers: Audience = { kinds: ['STAFF'], permission: 'user:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/profile',
    component: page(() => import('./ProfilePage'), 'ProfilePage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/users',
    component: page(() => import('./UsersPage'), 'UsersPage'),
    staticData: { audience: userViewers },
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/users/$id',
    component: page(() => import('./UserPage'), 'UserPage'),
    staticData: { audience: userViewers },
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Users', to: '/users', icon: IconUsersGroup, section: 'settings', order: 80, ...userViewers },
];
