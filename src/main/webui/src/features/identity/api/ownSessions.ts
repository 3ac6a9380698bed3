import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type OwnSession = Answer<'/api/profile/sessions', 'get'>[number];

export const ownSessionsQuery = queryOptions({
  queryKey: ['profile', 'sessions'],
  queryFn: () => data(api.GET('/api/profile/sessions')),
});

export function endSession(id: string) {
  return data(api.DELETE('/api/profile/sessions/{id}', { params: { path: { id } } }));
}

export function endOtherSessions() {
  return data(api.DELETE('/api/profile/sessions'));
}
