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

/** Who can own deals and partner accounts, and so be the one a partner user is allocated to. */
export const ownersQuery = queryOptions({
  queryKey: ['user', 'owners'],
  queryFn: async () => (await allUsers()).filter((user) => works(user, 'ADMIN', 'BROKER')),
});

/** Whether somebody works here in one of these roles: has accepted the invitation, and is not disabled. */
export function works({ active, accepted, roles }: User, ...wanted: Role[]): boolean {
  return active && accepted && roles.some((role) => wanted.includes(role));
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

export function setUserRoles(id: string, roles: Role[], handOver: string | null) {
  return data(api.PUT('/api/users/{id}/roles', { params: { path: { id } }, body: { roles, handOver } }));
}

export function setUserActive(id: string, active: boolean, handOver: string | null = null) {
  return data(api.PUT('/api/users/{id}/active', { params: { path: { id } }, body: { active, handOver } }));
}
