import { createRoute } from '@tanstack/react-router';
import { page, rootRoute } from '@/shared/routing';

/** The pages for people who are not logged in. */
export const publicRoutes = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/login',
    validateSearch: (search: Record<string, unknown>): { from?: string; ended?: boolean } => ({
      ...(typeof search.from === 'string' ? { from: search.from } : {}),
      ...(search.ended === true ? { ended: true } : {}),
    }),
    component: page(() => import('./LogInPage'), 'LogInPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/invitation/$token',
    component: page(() => import('./InvitationPage'), 'InvitationPage'),
  }),
] as const;
