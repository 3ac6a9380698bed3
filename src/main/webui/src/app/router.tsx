import type { QueryClient } from '@tanstack/react-query';
import { createRouter } from '@tanstack/react-router';
import { publicRoutes } from '@/features/identity/publicRoutes';
import { frameRoute, rootRoute } from '@/shared/routing';
import { routes } from './features';
import { Frame } from './frame/Frame';
import { BrokenPage } from './pages/BrokenPage';
import { NotFoundPage } from './pages/NotFoundPage';
import { Waiting } from './pages/Waiting';

frameRoute.update({ component: Frame });

const routeTree = rootRoute.addChildren([frameRoute.addChildren(routes), ...publicRoutes]);

export function createAppRouter(queryClient: QueryClient) {
  return createRouter({
    routeTree,
    context: { queryClient },
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultPendingMs: 300,
    defaultPendingComponent: Waiting,
    defaultErrorComponent: BrokenPage,
    defaultNotFoundComponent: NotFoundPage,
    scrollRestoration: true,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createAppRouter>;
  }
}
