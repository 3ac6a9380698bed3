import { api, data } from '@/shared/api/client';

export function logOut() {
  return data(api.DELETE('/api/session'));
}
