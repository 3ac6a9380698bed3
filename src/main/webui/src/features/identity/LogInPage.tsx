import { Alert, Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useRouter, useSearch } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { logIn } from './api/logIn';
import { DoorLayout } from './DoorLayout';
import { placeAfterLogIn } from './placeAfterLogIn';
import { startSession } from './startSession';
import { useCountdown } from './useCountdown';

export function LogInPage() {
  const { from, ended } = useSearch({ from: '/login' });
  const queryClient = useQueryClient();
  const router = useRouter();
  const [waitSeconds, startWaiting] = useCountdown();

  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { email: '', password: '' },
      validate: {
        email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter your email address.'),
        password: (password) => (password ? null : 'Enter your password.'),
      },
    },
    async ({ email, password }) => {
      await logIn(email.trim(), password);
      await startSession(queryClient);
      router.history.push(placeAfterLogIn(from));
    },
  );
  if (problem?.status === 429) startWaiting(problem, problem.retryAfterSeconds ?? 30);

  return (
    <DoorLayout title="Log in" lead="Welcome back. Use the email address that you were invited with.">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          {ended && !problem && (
            <Alert color="blue" variant="light" role="status">
              Your session has ended. Log in to go on where you were.
            </Alert>
          )}
          {waitSeconds > 0 ? (
            <Alert color="yellow" variant="light" icon={<IconClock size={18} />} role="alert">
              Too many tries. You can try again in {waitSeconds} {waitSeconds === 1 ? 'second' : 'seconds'}.
            </Alert>
          ) : (
            problem?.status !== 429 && <ProblemAlert error={problem} />
          )}
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            autoFocus
            size="md"
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            size="md"
            {...form.getInputProps('password')}
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
          />
          <Button type="submit" size="md" fullWidth loading={busy} disabled={waitSeconds > 0}>
            Log in
          </Button>
          <Link to="/forgotten-password">Forgotten your password?</Link>
        </Stack>
      </form>
    </DoorLayout>
  );
}
