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
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/forgotten-password',
    component: page(() => import('./door/ForgottenPasswordPage'), 'ForgottenPasswordPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/password-reset/$token',
    component: page(() => import('./door/PasswordResetPage'), 'PasswordResetPage'),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: '/email-change/$token',
    component: page(() => import('./door/EmailChangePage'), 'EmailChangePage'),
  }),
] as const;

const publicPaths = /^\/(login$|forgotten-password$|invitation\/|password-reset\/|email-change\/)/;

/** Whether a page is for people who are not logged in, so that nobody is led away from it to log in. */
export function isPublic(pathname: string): boolean {
  return publicPaths.test(pathname);
}
