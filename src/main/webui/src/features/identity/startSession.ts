import type { QueryClient } from '@tanstack/react-query';
import { sessionQuery } from '@/shared/session';

/** After logging in: forgets what was loaded before and loads who is logged in now. */
export async function startSession(queryClient: QueryClient) {
  queryClient.clear();
  await queryClient.fetchQuery(sessionQuery);
}
