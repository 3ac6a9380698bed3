import { Button, Checkbox, Group, Skeleton, Stack, TextInput } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FormDialog } from '@/shared/components/FormDialog';
import { Page } from '@/shared/components/Page';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import {
  addPicklistEntry,
  changePicklistEntry,
  picklistsQuery,
  type PicklistEntry,
  type PicklistName,
} from './api/picklists';
import classes from './Import.module.css';

const titles: Record<PicklistName, string> = {
  ACCOUNT_TYPE: 'Types of organisation',
  ACCOUNT_STATUS: 'Status of accounts',
  CONTACT_STATUS: 'Status of contacts',
  PARTNER_TYPE: 'Partner types',
  PRACTITIONER_TYPE: 'Types of practitioner',
  REGION: 'Regions of leads',
  INDUSTRY: 'Industries of leads',
  PRODUCT: 'Products',
  SOURCE: 'Sources of leads',
  REQUEST_CATEGORY: 'Categories of requests',
};

interface Editing {
  list: PicklistName;
  entry?: PicklistEntry;
}

export function PicklistsPage() {
  const { data: lists, error } = useQuery(picklistsQuery);
  const [editing, setEditing] = useState<Editing | null>(null);
  if (error) throw error;
  return (
    <Page
      title="Picklists"
      description="The values that fields of accounts, contacts, leads and requests take, and no others; a list without values takes any. The assignment rules are checked against them."
      width="form"
    >
      {!lists && <Skeleton height={240} />}
      {lists?.map(({ list, entries }) => (
        <Section
          key={list}
          title={titles[list]}
          action={
            <Button
              size="compact-sm"
              variant="default"
              leftSection={<IconPlus size={14} aria-hidden />}
              aria-label={`Add a value to ${titles[list]}`}
              onClick={() => setEditing({ list })}
            >
              Add value
            </Button>
          }
        >
          <Stack gap={0}>
            {entries.map((entry) => (
              <Group key={entry.id} justify="space-between" className={classes.entry}>
                <Group gap="xs">
                  <span>{entry.label}</span>
                  {entry.preset && <StatusBadge tone="active">For new records</StatusBadge>}
                  {!entry.active && <StatusBadge tone="lost">Retired</StatusBadge>}
                </Group>
                <Button
                  size="compact-sm"
                  variant="subtle"
                  aria-label={`Edit ${entry.label}`}
                  onClick={() => setEditing({ list, entry })}
                >
                  Edit
                </Button>
              </Group>
            ))}
          </Stack>
        </Section>
      ))}
      {editing && <EntryDialog editing={editing} onClose={() => setEditing(null)} />}
    </Page>
  );
}

function EntryDialog({ editing: { list, entry }, onClose }: { editing: Editing; onClose: () => void }) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={entry ? 'Edit value' : `Add a value to ${titles[list].toLowerCase()}`}
      submitLabel={entry ? 'Save value' : 'Add value'}
      initialValues={{ label: entry?.label ?? '', retired: entry ? !entry.active : false }}
      validate={{ label: (label) => (label.trim() ? null : 'Enter the value.') }}
      onSubmit={async ({ label, retired }) => {
        if (entry) {
          await changePicklistEntry(entry.id, { version: entry.version, label: label.trim(), active: !retired });
        } else {
          await addPicklistEntry(list, label.trim());
        }
        await queryClient.invalidateQueries({ queryKey: ['picklist-entry'] });
        toast.success('Picklist saved');
      }}
    >
      {(form) => (
        <>
          <TextInput label="Value" autoComplete="off" data-autofocus {...form.getInputProps('label')} />
          {entry && !entry.preset && (
            <Checkbox
              label="Retired"
              description="No longer offered; records that have it keep it."
              {...form.getInputProps('retired', { type: 'checkbox' })}
            />
          )}
        </>
      )}
    </FormDialog>
  );
}
