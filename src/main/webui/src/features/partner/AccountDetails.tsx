import { Button, Group, Stack } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { useCan } from '@/shared/session';
import { PhoneLink } from '@/shared/components/PhoneLink';
import { AccountFields } from './AccountFields';
import { formOf, valuesOf, type AccountValues } from './accountValues';
import { accountQuery, changeAccount, type Account, type Duplicate } from './api/accounts';
import { picklistsQuery } from './api/picklists';
import { Duplicates } from './Duplicates';
import { FactGrid } from './FactGrid';
import { StaleEdit } from './StaleEdit';

export function AccountDetails({ account }: { account: Account }) {
  const can = useCan();
  const [editing, setEditing] = useState(false);
  if (editing) return <EditAccount account={account} onClose={() => setEditing(false)} />;
  return (
    <Section
      title="Details"
      action={
        can('partner:edit') && (
          <Button variant="default" size="compact-sm" onClick={() => setEditing(true)}>
            Edit
          </Button>
        )
      }
    >
      <FactGrid
        facts={[
          ['Full name', account.name],
          ['Type of organisation', account.type?.label],
          ['Status', account.status.label],
          ['Employer partner', account.employerPartner ? 'Yes' : 'No'],
          [
            'Web site',
            account.website && (
              <a href={account.website} target="_blank" rel="noreferrer">
                {account.website.replace(/^https?:\/\//, '')}
              </a>
            ),
          ],
          ['Phone', account.phone && <PhoneLink number={account.phone} />],
          [
            'Address',
            [account.street, [account.postcode, account.town].filter(Boolean).join(' '), account.state, account.country]
              .filter(Boolean)
              .join(', '),
          ],
          ['Notes', account.notes],
        ]}
      />
    </Section>
  );
}

function EditAccount({ account, onClose }: { account: Account; onClose: () => void }) {
  const queryClient = useQueryClient();
  const { data: picklists } = useQuery(picklistsQuery);
  const [version, setVersion] = useState(account.version);
  const [duplicates, setDuplicates] = useState<Duplicate[]>([]);
  const [confirmed, setConfirmed] = useState(false);
  const { form, problem, busy, submit, clear } = useProblemForm<AccountValues>(
    {
      draft: 'Account',
      initialValues: valuesOf(account),
      validate: { name: (name) => (name.trim() ? null : 'Enter the full name.') },
    },
    async (values) => {
      try {
        const seen = confirmed ? duplicates.map(({ recordId }) => recordId) : [];
        await changeAccount(account.id, version, formOf(values), seen);
      } catch (error) {
        const found = Problem.from(error).document.duplicates;
        if (Array.isArray(found)) setDuplicates(found as Duplicate[]);
        throw error;
      }
      await queryClient.invalidateQueries({ queryKey: ['partner-account'] });
      toast.success('Account saved');
      onClose();
    },
  );
  const words = new Map(picklists?.flatMap(({ entries }) => entries.map(({ id, label }) => [id, label] as const)));
  const wordOf = (value: unknown) =>
    value === null || value === undefined || value === '' ? '–' : (words.get(String(value)) ?? String(value));
  const reload = async () => {
    const stored = await queryClient.fetchQuery({ ...accountQuery(account.id), staleTime: 0 });
    form.setValues(valuesOf(stored));
    setVersion(stored.version);
    clear();
  };
  const isStale = problem?.status === 409 && problem.document.differences !== undefined;
  return (
    <form onSubmit={submit} noValidate style={{ maxWidth: 720 }}>
      <Section title="Edit details">
        <Stack gap="md">
          {isStale ? (
            <StaleEdit problem={problem} wordOf={wordOf} onReload={() => void reload()} />
          ) : (
            <ProblemAlert error={problem} />
          )}
          <AccountFields
            form={form}
            belowName={
              <Duplicates duplicates={duplicates} what="account" confirmed={confirmed} onConfirm={setConfirmed} />
            }
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={busy}>
              Save account
            </Button>
          </Group>
        </Stack>
      </Section>
    </form>
  );
}
