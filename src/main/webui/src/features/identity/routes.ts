import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/profile',
    component: page(() => import('./ProfilePage'), 'ProfilePage'),
  }),
] as const;

export const navigation: NavigationItem[] = [];
