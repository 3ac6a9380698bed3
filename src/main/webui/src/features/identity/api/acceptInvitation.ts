import { api, data } from '@/shared/api/client';

/** Makes the invited person a member: with their first password, or as who is logged in. */
export function acceptInvitation(token: string, password?: string) {
  return data(
    api.POST('/api/invitations/{token}', { params: { path: { token } }, body: { password: password ?? null } }),
  );
}
