import { Alert, Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { beginEmailChange, cancelEmailChange, ownEmailChangeQuery } from '../api/emailChange';

/** The address that one logs in with, which changes when its owner has confirmed it at both ends. */
export function EmailSection({ email }: { email: string }) {
  const { data: change } = useQuery(ownEmailChangeQuery);
  return (
    <Section
      title="Log-in address"
      description={`You log in with ${email}. A new address counts once you have followed a link there and another one here.`}
    >
      <Stack gap="md">
        {change?.pending && <PendingChange {...change.pending} />}
        <ChangeForm />
      </Stack>
    </Section>
  );
}

interface Pending {
  email: string;
  presentConfirmed: boolean;
  otherConfirmed: boolean;
}

function PendingChange({ email, presentConfirmed, otherConfirmed }: Pending) {
  const queryClient = useQueryClient();
  const cancel = useMutation({
    mutationFn: cancelEmailChange,
    onSuccess: () => queryClient.invalidateQueries(ownEmailChangeQuery),
    onError: (error) => toast.problem(error),
  });
  const waitsFor = [!presentConfirmed && 'your present address', !otherConfirmed && email].filter(Boolean);
  return (
    <Alert color="blue" variant="light">
      <Stack gap="xs" align="flex-start">
        <strong>{email} waits to be confirmed</strong>
        <span>Follow the link that we have mailed to {waitsFor.join(' and to ')}.</span>
        <Button size="xs" variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
          Keep the present address
        </Button>
      </Stack>
    </Alert>
  );
}

function ChangeForm() {
  const queryClient = useQueryClient();
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { email: '', password: '' },
      validate: {
        email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter an email address.'),
        password: (password) => (password ? null : 'Enter your current password.'),
      },
    },
    async ({ email, password }, filled) => {
      await beginEmailChange(email.trim(), password);
      filled.reset();
      await queryClient.invalidateQueries(ownEmailChangeQuery);
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md" maw={360}>
        <ProblemAlert error={problem} />
        <TextInput label="New address" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <PasswordInput
          label="Your password"
          autoComplete="current-password"
          visibilityToggleButtonProps={{ 'aria-label': 'Show your password', tabIndex: 0 }}
          {...form.getInputProps('password')}
        />
        <Group>
          <Button type="submit" variant="default" loading={busy}>
            Send both links
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
