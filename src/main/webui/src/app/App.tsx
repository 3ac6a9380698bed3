import { MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { isPublic } from '@/features/identity/publicRoutes';
import { createQueryClient } from '@/shared/api/queryClient';
import { theme } from '@/shared/theme';
import { createAppRouter } from './router';

const queryClient = createQueryClient(onSessionEnded);
const router = createAppRouter(queryClient);

/** To the log-in page, and back to the same place afterwards. */
function onSessionEnded() {
  const { pathname, href } = router.state.location;
  if (isPublic(pathname)) return;
  void router
    .navigate({ to: '/login', search: { from: href, ended: true }, replace: true })
    .then(() => queryClient.clear());
}

export function App() {
  return (
    <MantineProvider theme={theme} defaultColorScheme="auto">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} zIndex={1000} />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  );
}
