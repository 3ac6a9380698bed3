import { ownersQuery } from '@/features/identity/api/users';

/** Who can own deals. */
export const brokersQuery = ownersQuery;
