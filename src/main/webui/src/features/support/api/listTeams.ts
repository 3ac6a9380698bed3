import { api, data } from '@/shared/api/client';

export function listTeams(after?: string) {
  return data(api.GET('/api/teams', { params: { query: { after } } }));
}
