import { Button, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { passwordResetQuery, resetPassword } from '../api/passwordReset';
import { DoorLayout } from '../DoorLayout';
import { NewPasswordInput } from '../NewPasswordInput';
import { minimumLength } from '../passwordStrength';
import { LinkGone } from './LinkGone';

export function PasswordResetPage() {
  const { token } = useParams({ from: '/password-reset/$token' });
  const { data: reset, error, isPending, refetch } = useQuery(passwordResetQuery(token));
  if (isPending) return <DoorLayout title="Set a new password">{null}</DoorLayout>;
  if (error) return <LinkGone error={error} onRetry={() => void refetch()} />;
  return (
    <DoorLayout title="Set a new password" lead="You are logged out everywhere, and log in with the new password.">
      <NewPasswordForm token={token} email={reset.email} />
    </DoorLayout>
  );
}

function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { password: '' },
      validate: {
        password: (password) => (password.length >= minimumLength ? null : `Use at least ${minimumLength} characters.`),
      },
    },
    async ({ password }) => {
      await resetPassword(token, password);
      queryClient.clear();
      toast.success('Password set. Log in with it.');
      await navigate({ to: '/login', search: {} });
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert error={problem} />
        <TextInput label="Email" value={email} readOnly autoComplete="username" size="md" />
        <NewPasswordInput
          label="New password"
          autoFocus
          size="md"
          avoid={email.split('@').slice(0, 1)}
          {...form.getInputProps('password')}
        />
        <Button type="submit" size="md" fullWidth loading={busy}>
          Set the password
        </Button>
      </Stack>
    </form>
  );
}
