import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Problem } from './api/problem';
import { sessionQuery, type Audience } from './session';

/** Where the features hang their pages; the app gives the two routes their look (src/app/router.tsx). */
export const rootRoute = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  validateSearch: (search: Record<string, unknown>): Record<string, unknown> => search,
});

/** The parent of every page for people who are logged in: navigation, top bar, permission check. */
export const frameRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'frame',
  beforeLoad: async ({ context, location }) => {
    try {
      await context.queryClient.ensureQueryData(sessionQuery);
    } catch (error) {
      if (Problem.from(error).status !== 401) throw error;
      throw redirect({ to: '/login', search: location.href === '/' ? {} : { from: location.href } });
    }
  },
});

/** A page is loaded when it is first visited: `component: page(() => import('./DealPage'), 'DealPage')`. */
export const page = lazyRouteComponent;

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    /** Who may open the page; others see "no permission". */
    audience?: Audience;
  }
}
