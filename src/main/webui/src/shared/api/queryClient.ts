import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { Problem } from './problem';

/** `onSessionEnded` is told of a 401 on any request, so that no page has to think of it. */
export function createQueryClient(onSessionEnded: () => void): QueryClient {
  const tell = (error: unknown) => {
    if (Problem.from(error).status === 401) onSessionEnded();
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== 'session') tell(error);
      },
    }),
    mutationCache: new MutationCache({ onError: tell }),
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (count, error) => {
          const { status } = Problem.from(error);
          return (status === 0 || status === 503) && count < 2;
        },
      },
      mutations: { networkMode: 'always' },
    },
  });
}
