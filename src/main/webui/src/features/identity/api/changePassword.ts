import { api, data } from '@/shared/api/client';

/** Ends all other sessions of the user. */
export function changePassword(current: string, password: string) {
  return data(api.PUT('/api/profile/password', { body: { current, password } }));
}
