import { Button, Stack, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { askForPasswordReset } from '../api/passwordReset';
import { DoorLayout } from '../DoorLayout';

export function ForgottenPasswordPage() {
  const [askedFor, setAskedFor] = useState<string | null>(null);
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { email: '' },
      validate: { email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter your email address.') },
    },
    async ({ email }) => {
      await askForPasswordReset(email.trim());
      setAskedFor(email.trim());
    },
  );
  if (askedFor) {
    return (
      <DoorLayout
        title="Look into your mailbox"
        lead={`If there is a log-in with the address ${askedFor}, a link to set a new password is on its way. It works for an hour.`}
      >
        <BackToLogIn />
      </DoorLayout>
    );
  }
  return (
    <DoorLayout title="Set a new password" lead="We mail you a link to the address that you log in with.">
      <form onSubmit={submit} noValidate>
        <Stack gap="md">
          <ProblemAlert error={problem} />
          <TextInput
            label="Email"
            type="email"
            autoComplete="username"
            autoFocus
            size="md"
            {...form.getInputProps('email')}
          />
          <Button type="submit" size="md" fullWidth loading={busy}>
            Send the link
          </Button>
          <BackToLogIn />
        </Stack>
      </form>
    </DoorLayout>
  );
}

function BackToLogIn() {
  return (
    <Link to="/login" search={{}}>
      Back to the log-in page
    </Link>
  );
}
