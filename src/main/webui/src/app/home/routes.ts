import { IconHome } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';

export const routes = [
  createRoute({ getParentRoute: () => frameRoute, path: '/', component: page(() => import('./HomePage'), 'HomePage') }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Home', to: '/', icon: IconHome, section: 'work', order: 0, kinds: ['STAFF'] },
];
