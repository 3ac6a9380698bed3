import { api, data } from '@/shared/api/client';

export function logIn(email: string, password: string) {
  return data(api.POST('/api/session', { body: { email, password } }));
}
