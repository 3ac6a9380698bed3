import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type User = Answer<'/api/users/{id}', 'get'>;
export type Role = User['roles'][number];

/** Members of the organisation by name. */
export function listUsers(query: { role?: Role; q?: string; limit?: number }) {
  return data(api.GET('/api/users', { params: { query } }));
}

export function userQuery(id: string) {
  return queryOptions({
    queryKey: ['user', id],
    queryFn: () => data(api.GET('/api/users/{id}', { params: { path: { id } } })),
  });
}

export function inviteUser(body: Body<'/api/users', 'post'>) {
  return data(api.POST('/api/users', { body }));
}

export function setUserRoles(id: string, roles: Role[]) {
  return data(api.PUT('/api/users/{id}/roles', { params: { path: { id } }, body: { roles } }));
}

export function setUserActive(id: string, active: boolean) {
  return data(api.PUT('/api/users/{id}/active', { params: { path: { id } }, body: { active } }));
}
