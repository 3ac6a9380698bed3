import { keepPreviousData, useInfiniteQuery, type QueryKey } from '@tanstack/react-query';
import { Problem } from '../api/problem';
import type { Page } from '../api/types';

export interface PagedList<T> {
  items: T[];
  isLoading: boolean;
  isLoadingMore: boolean;
  hasMore: boolean;
  loadMore: () => void;
  problem: Problem | null;
  retry: () => void;
}

/**
 * A list that is paged by key. `load` gets the key to continue after (undefined for the first page):
 * `usePagedList(['deal', filters], (after) => listDeals({ ...filters, after }))`.
 */
export function usePagedList<T>(
  queryKey: QueryKey,
  load: (after: string | undefined) => Promise<Page<T>>,
  options: { enabled?: boolean } = {},
): PagedList<T> {
  const query = useInfiniteQuery({
    queryKey: [...queryKey, 'pages'],
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
  });
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    isLoading: query.isPending && query.fetchStatus !== 'idle',
    isLoadingMore: query.isFetchingNextPage,
    hasMore: query.hasNextPage,
    loadMore: () => void query.fetchNextPage(),
    problem: query.error ? Problem.from(query.error) : null,
    retry: () => void query.refetch(),
  };
}
