import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { changePassword } from './api/changePassword';
import { NewPasswordInput } from './NewPasswordInput';
import { minimumLength } from './passwordStrength';

export function PasswordSection({ email, avoid }: { email: string; avoid: string[] }) {
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: null,
      initialValues: { current: '', password: '' },
      validate: {
        current: (current) => (current ? null : 'Enter your current password.'),
        password: (password) => (password.length >= minimumLength ? null : `Use at least ${minimumLength} characters.`),
      },
    },
    async ({ current, password }, filled) => {
      await changePassword(current, password);
      filled.reset();
      toast.success('Password changed. You are logged out everywhere else.');
    },
  );
  return (
    <Section title="Password" description="Changing it logs you out on all other devices.">
      <form onSubmit={submit} noValidate>
        <input type="hidden" autoComplete="username" value={email} readOnly />
        <Stack gap="md" maw={360}>
          <ProblemAlert error={problem} />
          <PasswordInput
            label="Current password"
            autoComplete="current-password"
            visibilityToggleButtonProps={{ 'aria-label': 'Show the current password', tabIndex: 0 }}
            {...form.getInputProps('current')}
          />
          <NewPasswordInput label="New password" avoid={avoid} {...form.getInputProps('password')} />
          <Group>
            <Button type="submit" loading={busy}>
              Change password
            </Button>
          </Group>
        </Stack>
      </form>
    </Section>
  );
}
