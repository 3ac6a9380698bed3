import * as identity from '@/features/identity/routes';
import type { NavigationItem } from '@/shared/navigation';

/** Every feature, each with its pages and its items in the navigation. A new one is added to both lists. */
export const routes = [...identity.routes] as const;

export const navigation: NavigationItem[] = [...identity.navigation];
