import { api, data } from '@/shared/api/client';

/** Sets the password of the invited person and logs them in. */
export function acceptInvitation(token: string, password: string) {
  return data(api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password } }));
}
