import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';

/** The answer is the same whether there is such a log-in or not. */
export function askForPasswordReset(email: string) {
  return data(api.POST('/api/password-resets', { body: { email } }));
}

export function passwordResetQuery(token: string) {
  return queryOptions({
    queryKey: ['password-reset', token],
    queryFn: () => data(api.GET('/api/password-resets/{token}', { params: { path: { token } } })),
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function resetPassword(token: string, password: string) {
  return data(api.POST('/api/password-resets/{token}', { params: { path: { token } }, body: { password } }));
}
