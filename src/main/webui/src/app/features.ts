import * as identity from '@/features/identity/routes';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import * as home from './home/routes';

/** Every feature with its pages, its items in the navigation and its panels on the start page. A new one is added here. */
export const routes = [...home.routes, ...identity.routes] as const;

export const navigation: NavigationItem[] = [...home.navigation, ...identity.navigation];

export const homePanels: HomePanel[] = [];
