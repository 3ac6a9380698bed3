import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer, Body } from '@/shared/api/types';

export type User = Answer<'/api/users/{id}', 'get'>;
export type Role = User['roles'][number];

/** Members of the organisation by name. */
export function listUsers(query: { role?: Role; q?: string; limit?: number; after?: string }) {
  return data(api.GET('/api/users', { params: { query } }));
}

/** All members of the organisation, or all with a role, however many: for fields in which one is chosen. */
export async function allUsers(role?: Role): Promise<User[]> {
  const users: User[] = [];
  let after: string | undefined;
  do {
    const page = await listUsers({ role, limit: 200, after });
    users.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return users;
}

/** Members of staff who are not disabled. */
export const staffQuery = queryOptions({
  queryKey: ['user', 'staff'],
  queryFn: async () => (await allUsers()).filter(isActiveStaff),
});

export function isActiveStaff({ active, roles }: User): boolean {
  return active && roles.some((role) => role !== 'PARTNER' && role !== 'CUSTOMER');
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
