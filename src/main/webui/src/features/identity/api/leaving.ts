import { api, data } from '@/shared/api/client';
import type { Schema } from '@/shared/api/types';
import type { Role } from './users';

/** What somebody would leave behind, and who could take it over. */
export type LeavingPreview = Schema<'LeavingPreview'>;

/** What a user would leave behind who kept these roles only; none stands for disabling or removing them. */
export function userWork(id: string, roles: Role[] = []) {
  return data(api.GET('/api/users/{id}/work', { params: { path: { id }, query: { roles } } }));
}

export async function removeUser(id: string, handOver: string | null): Promise<void> {
  await api.DELETE('/api/users/{id}', { params: { path: { id }, query: { handOver: handOver ?? undefined } } });
}
