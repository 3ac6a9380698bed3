import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

export const ownEmailChangeQuery = queryOptions({
  queryKey: ['profile', 'email-change'],
  queryFn: () => data(api.GET('/api/profile/email-change')),
});

/** Mails a link to the present address and one to the new one. */
export function beginEmailChange(email: string, password: string) {
  return data(api.PUT('/api/profile/email-change', { body: { email, password } }));
}

export function cancelEmailChange() {
  return data(api.DELETE('/api/profile/email-change'));
}

export function emailChangeQuery(token: string) {
  return queryOptions({
    queryKey: ['email-change', token],
    queryFn: () => data(api.GET('/api/email-changes/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function confirmEmailChange(token: string) {
  return data(api.POST('/api/email-changes/{token}', { params: { path: { token } } }));
}
