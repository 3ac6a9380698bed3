import { queryOptions, useQuery } from '@tanstack/react-query';
import { api, data } from './api/client';
import type { Answer, Permission } from './api/types';

export type Session = Answer<'/api/session', 'get'>;
export type Kind = 'STAFF' | 'PARTNER' | 'CUSTOMER';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: () => data(api.GET('/api/session')),
  staleTime: 5 * 60_000,
  retry: false,
});

/** Who is logged in; only for pages within the frame, which are not shown to anybody else. */
export function useSession(): Session {
  const { data: session } = useQuery(sessionQuery);
  if (!session) throw new Error('Expected a session, but nobody is logged in.');
  return session;
}

/** Whether the user has the permission: `const can = useCan(); can('deal:edit') && <Button/>`. */
export function useCan(): (permission: Permission) => boolean {
  const { permissions } = useSession();
  return (permission) => permissions.includes(permission);
}

/** Who may see a page or a navigation item; nothing given = everybody who is logged in. */
export interface Audience {
  kinds?: Kind[];
  permission?: Permission;
}

export function mayEnter(session: Session, { kinds, permission }: Audience): boolean {
  const kindFits = !kinds || kinds.includes(session.kind as Kind);
  return kindFits && (!permission || session.permissions.includes(permission));
}
