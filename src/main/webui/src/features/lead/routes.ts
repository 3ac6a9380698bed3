import { IconArrowsShuffle, IconInbox, IconTargetArrow } from '@tabler/icons-react';
import { createRoute } from '@tanstack/react-router';
import { lazy } from 'react';
import type { HomePanel } from '@/shared/home';
import type { NavigationItem } from '@/shared/navigation';
import { frameRoute, page } from '@/shared/routing';
import type { Audience } from '@/shared/session';

const staff: Audience = { kinds: ['STAFF'], permission: 'lead:view' };
const partner: Audience = { kinds: ['PARTNER'], permission: 'lead:view' };
const everybodyWithLeads: Audience = { permission: 'lead:view' };
const admins: Audience = { permission: 'queue:view' };

export const routes = [
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/leads',
    staticData: { audience: staff },
    component: page(() => import('./LeadsPage'), 'LeadsPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/leads/new',
    staticData: { audience: { permission: 'lead:create' } },
    component: page(() => import('./NewLeadPage'), 'NewLeadPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/leads/$leadId',
    staticData: { audience: everybodyWithLeads },
    component: page(() => import('./LeadPage'), 'LeadPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/lead-inbox',
    staticData: { audience: partner },
    component: page(() => import('./LeadInboxPage'), 'LeadInboxPage'),
  }),
  createRoute({
    getParentRoute: () => frameRoute,
    path: '/lead-queues',
    staticData: { audience: admins },
    component: page(() => import('./QueuesPage'), 'QueuesPage'),
  }),
] as const;

export const navigation: NavigationItem[] = [
  { label: 'Leads', to: '/leads', icon: IconTargetArrow, section: 'work', order: 30, ...staff },
  { label: 'Lead inbox', to: '/lead-inbox', icon: IconInbox, section: 'work', order: 30, ...partner },
  { label: 'Lead queues', to: '/lead-queues', icon: IconArrowsShuffle, section: 'settings', order: 30, ...admins },
];

export const homePanels: HomePanel[] = [
  {
    id: 'unassigned-leads',
    order: 30,
    component: lazy(() => import('./UnassignedLeadsPanel').then((file) => ({ default: file.UnassignedLeadsPanel }))),
    permission: 'lead:assign',
  },
];
