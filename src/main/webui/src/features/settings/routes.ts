import { IconBuilding } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const admins: Audience = { kinds: ['STAFF'], permission: 'organisation:edit' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/organisation-settings',
    component: page(() => import('./OrganisationSettingsPage'), 'OrganisationSettingsPage'),
    staticData: { audience: admins },
  }),
] as const;

export const navigation: NavigationItem[] = [
  {
    label: 'Organisation',
    to: '/organisation-settings',
    icon: IconBuilding,
    section: 'settings',
    order: 65,
    ...admins,
  },
];
