import { keepPreviousData, useInfiniteQuery, type InfiniteData, type QueryKey } from '@tanstack/react-query';
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

type Pages<T> = InfiniteData<Page<T>, string | undefined>;

/** How a list that is ordered by id, the newest first, is brought up to date when some of its records changed. */
export interface ById<T> {
  /** Those of the records that fit the list. */
  load: (ids: string[]) => Promise<T[]>;
  idOf: (item: T) => string;
}

/** The pages with the changed records as they are now: in their places, gone where they fit no more, and the new ones that belong here. */
export function patched<T>(pages: Pages<T>, ids: string[], found: T[], idOf: (item: T) => string): Pages<T> {
  const changed = new Set(ids);
  const now = new Map(found.map((item) => [idOf(item), item]));
  const known = new Set(pages.pages.flatMap((page) => page.items.map(idOf)));
  const added = found.filter((item) => !known.has(idOf(item)));
  const last = pages.pages.length - 1;
  return {
    ...pages,
    pages: pages.pages.map((page, index) => {
      const items = page.items.flatMap((item) => (changed.has(idOf(item)) ? (now.get(idOf(item)) ?? []) : item));
      const upper = index === 0 ? undefined : pages.pages[index - 1]!.items.at(-1);
      const lower = index === last && !page.next ? undefined : page.items.at(-1);
      const here = added.filter((item) => (!upper || idOf(item) < idOf(upper)) && (!lower || idOf(item) > idOf(lower)));
      return here.length === 0
        ? { ...page, items }
        : { ...page, items: [...items, ...here].sort((one, other) => (idOf(one) < idOf(other) ? 1 : -1)) };
    }),
  };
}

/**
 * A list that is paged by key. `load` gets the key to continue after (undefined for the first page):
 * `usePagedList(['deal', filters], (after) => listDeals({ ...filters, after }))`.
 */
export function usePagedList<T>(
  queryKey: QueryKey,
  load: (after: string | undefined) => Promise<Page<T>>,
  options: { enabled?: boolean; byId?: ById<T> } = {},
): PagedList<T> {
  const { byId } = options;
  const key: QueryKey = [...queryKey, 'pages'];
  const query = useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next ?? undefined,
    placeholderData: keepPreviousData,
    enabled: options.enabled ?? true,
    meta: byId && {
      patch: async (queryClient, ids) => {
        const found = await byId.load(ids);
        queryClient.setQueryData<Pages<T>>(key, (pages) => pages && patched(pages, ids, found, byId.idOf));
      },
    },
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
