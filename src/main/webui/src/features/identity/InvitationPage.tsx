import { Button, PasswordInput, Skeleton, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams, useRouter } from '@tanstack/react-router';
import { Problem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { acceptInvitation } from './api/acceptInvitation';
import { invitationQuery, type Invitation } from './api/invitation';
import { DoorLayout } from './DoorLayout';
import { NewPasswordInput } from './NewPasswordInput';
import { minimumLength } from './passwordStrength';
import { startSession } from './startSession';

export function InvitationPage() {
  const { token } = useParams({ from: '/invitation/$token' });
  const { data: invitation, error, isPending, refetch } = useQuery(invitationQuery(token));

  if (isPending) {
    return (
      <DoorLayout title="Your invitation">
        <Stack aria-busy>
          <Skeleton height={36} />
          <Skeleton height={36} />
          <Skeleton height={36} />
        </Stack>
      </DoorLayout>
    );
  }
  if (error) {
    const problem = Problem.from(error);
    const isGone = problem.status === 404 || problem.status === 410 || problem.status === 422;
    return (
      <DoorLayout
        title={isGone ? 'This invitation is no longer valid' : 'Your invitation'}
        lead={
          isGone &&
          'The link was used already, is older than seven days, or was replaced by a newer one. Ask the person who invited you for a new link.'
        }
      >
        {!isGone && <ProblemAlert error={problem} onRetry={() => void refetch()} />}
        <Button component={Link} to="/login" variant="default">
          Go to the log-in page
        </Button>
      </DoorLayout>
    );
  }
  return (
    <DoorLayout
      title={`Welcome, ${invitation.name}`}
      lead={
        <>
          You are invited to work with <strong>{invitation.organisationName}</strong>.{' '}
          {!invitation.hasLogIn && 'Choose a password to begin.'}
        </>
      }
    >
      {invitation.hasLogIn ? (
        <AcceptWithLogIn token={token} invitation={invitation} />
      ) : (
        <PasswordForm token={token} email={invitation.email} avoid={[invitation.organisationName, invitation.name]} />
      )}
    </DoorLayout>
  );
}

/** Who has a log-in keeps it, with its password: its owner logs in as usual and accepts. */
function AcceptWithLogIn({ token, invitation }: { token: string; invitation: Invitation }) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const accept = useMutation({
    mutationFn: () => acceptInvitation(token),
    onSuccess: async () => {
      await startSession(queryClient);
      router.history.replace('/');
    },
  });
  if (invitation.mine) {
    return (
      <Stack gap="md">
        <ProblemAlert error={accept.error} />
        <Button size="md" fullWidth loading={accept.isPending} onClick={() => accept.mutate()}>
          Accept the invitation
        </Button>
      </Stack>
    );
  }
  return (
    <Stack gap="md">
      <p>There is a log-in with this address already. Accept with its password.</p>
      <PasswordForm token={token} email={invitation.email} hasLogIn />
      <Link to="/forgotten-password">Forgotten your password?</Link>
    </Stack>
  );
}

interface PasswordFormProps {
  token: string;
  email: string;
  /** The password is the one of a log-in, not a new one. */
  hasLogIn?: boolean;
  avoid?: string[];
}

function PasswordForm({ token, email, hasLogIn = false, avoid = [] }: PasswordFormProps) {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { password: '' },
      validate: {
        password: (password) => {
          if (hasLogIn) return password ? null : 'Enter your password.';
          return password.length >= minimumLength ? null : `Use at least ${minimumLength} characters.`;
        },
      },
    },
    async ({ password }) => {
      await acceptInvitation(token, password);
      await startSession(queryClient);
      router.history.replace('/');
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert error={problem} />
        <TextInput label="Email" value={email} readOnly autoComplete="username" size="md" />
        {hasLogIn ? (
          <PasswordInput
            label="Password"
            autoComplete="current-password"
            autoFocus
            size="md"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the password', tabIndex: 0 }}
            {...form.getInputProps('password')}
          />
        ) : (
          <NewPasswordInput label="Password" autoFocus size="md" avoid={avoid} {...form.getInputProps('password')} />
        )}
        <Button type="submit" size="md" fullWidth loading={busy}>
          {hasLogIn ? 'Log in and accept' : 'Set password and log in'}
        </Button>
      </Stack>
    </form>
  );
}
