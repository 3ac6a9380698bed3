import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** All partner users as choices of a select, those too who cannot take a lead at present. */
export const partnerUsersQuery = queryOptions({
  queryKey: ['partner-user', 'choices'],
  queryFn: async () => {
    const found = await data(api.GET('/api/partner-users/eligibility'));
    return found.map(({ userId, name, accountName }) => ({ value: userId, label: `${name}, ${accountName}` }));
  },
});
