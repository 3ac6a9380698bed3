import { queryOptions } from '@tanstack/react-query';
import { allUsers } from '@/features/identity/api/users';

/** Who can own deals. */
export const brokersQuery = queryOptions({
  queryKey: ['user', 'brokers'],
  queryFn: () => allUsers('BROKER'),
});
