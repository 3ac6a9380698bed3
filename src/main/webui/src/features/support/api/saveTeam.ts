import { api, data } from '@/shared/api/client';
import type { Team } from './types';

export interface TeamForm {
  name: string;
  leadUserId: string;
}

export function createTeam(form: TeamForm) {
  return data(api.POST('/api/teams', { body: form }));
}

export function changeTeam({ id, version }: Team, form: TeamForm) {
  return data(api.PUT('/api/teams/{id}', { params: { path: { id } }, body: { ...form, version } }));
}
