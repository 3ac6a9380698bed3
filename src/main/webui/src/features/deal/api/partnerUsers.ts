import { queryOptions } from '@tanstack/react-query';
import { allUsers } from '@/features/identity/api/users';

/** Partner users that deals can belong to or be shared with. */
export const partnerUsersQuery = queryOptions({
  queryKey: ['user', 'partners'],
  queryFn: async () => {
    const users = await allUsers('PARTNER');
    return users.map((user) => ({ userId: user.id, label: `${user.name} (${user.email})` }));
  },
  meta: { recordTypes: ['partner-user'] },
});
