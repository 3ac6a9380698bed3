import { Alert, Button, Group, Stack } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconAbc } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { AccountFields } from './AccountFields';
import { emptyAccount, formOf, type AccountValues } from './accountValues';
import { accountHints, createAccount, type Duplicate } from './api/accounts';
import classes from './Duplicates.module.css';
import { Duplicates } from './Duplicates';

const typingPauseMillis = 350;

export function NewAccountPage() {
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<Duplicate[]>([]);
  const [seen, setSeen] = useState<string[]>([]);
  const { form, problem, busy, submit } = useProblemForm<AccountValues>(
    {
      draft: 'New account',
      initialValues: emptyAccount,
      validate: { name: (name) => (name.trim() ? null : 'Enter the full name.') },
    },
    async (values) => {
      try {
        const account = await createAccount(formOf(values), seen);
        await queryClient.invalidateQueries({ queryKey: ['partner-account'] });
        toast.success(`${account.name} is a partner account now`);
        await navigate({ to: '/partner-accounts/$id', params: { id: account.id } });
      } catch (error) {
        const found = Problem.from(error).document.duplicates;
        if (Array.isArray(found)) setRefused(found as Duplicate[]);
        throw error;
      }
    },
  );
  const { data: hints } = useHints(form.getValues());
  const duplicates = merged(hints?.duplicates ?? [], refused);
  const confirmed = duplicates.every(({ recordId }) => seen.includes(recordId));
  return (
    <Page title="New partner account" width="form">
      <form onSubmit={submit} noValidate>
        <Section title="Account">
          <Stack gap="md">
            <ProblemAlert error={problem} />
            <AccountFields
              form={form}
              belowName={
                <>
                  {hints?.warnings.map((warning) => (
                    <Alert
                      key={warning}
                      icon={<IconAbc size={18} />}
                      role="status"
                      classNames={{ root: classes.alert, icon: classes.icon, message: classes.message }}
                    >
                      {warning}
                    </Alert>
                  ))}
                  <Duplicates
                    duplicates={duplicates}
                    what="account"
                    confirmed={confirmed}
                    onConfirm={(another) => setSeen(another ? duplicates.map(({ recordId }) => recordId) : [])}
                  />
                </>
              }
            />
            <Group justify="flex-end" gap="xs">
              <Button component={Link} to="/partner-accounts" variant="default">
                Cancel
              </Button>
              <Button type="submit" loading={busy} disabled={!confirmed}>
                Create account
              </Button>
            </Group>
          </Stack>
        </Section>
      </form>
    </Page>
  );
}

/** Asked while the form is filled in, so that nobody types an account out that is there already. */
function useHints({ name, website, phone, town, state }: AccountValues) {
  const [asked] = useDebouncedValue(JSON.stringify({ name, website, phone, town, state }), typingPauseMillis);
  const values = { ...emptyAccount, ...(JSON.parse(asked) as Partial<AccountValues>) };
  return useQuery({
    queryKey: ['partner-account', 'hints', asked],
    queryFn: () => accountHints(formOf(values)),
    enabled: values.name.trim().length > 1,
    placeholderData: (former) => former,
  });
}

function merged(one: Duplicate[], other: Duplicate[]): Duplicate[] {
  return [...one, ...other.filter((each) => !one.some(({ recordId }) => recordId === each.recordId))];
}
