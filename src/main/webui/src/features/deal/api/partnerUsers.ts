import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** Partner users that deals can belong to or be shared with. */
export const partnerUsersQuery = queryOptions({
  queryKey: ['user', 'partners'],
  queryFn: async () => {
    const users = await data(api.GET('/api/users', { params: { query: { role: 'PARTNER', limit: 200 } } }));
    return users.map((user) => ({ userId: user.id, label: `${user.name} (${user.email})` }));
  },
  meta: { recordTypes: ['partner-user'] },
});
