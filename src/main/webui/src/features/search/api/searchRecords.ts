import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Hit = Answer<'/api/search', 'get'>[number];

const most = 20;

export function searchQuery(words: string) {
  return queryOptions({
    queryKey: ['search', words],
    queryFn: () => data(api.GET('/api/search', { params: { query: { q: words, limit: most } } })),
    staleTime: 10_000,
  });
}
