import { Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { auditEntries, type AuditEntry } from './api/auditEntries';
import { actionInWords, changesInWords, detailsInWords } from './words';

const columns: Column<AuditEntry>[] = [
  { id: 'action', header: 'What', cell: (entry) => <strong>{actionInWords(entry.action)}</strong> },
  { id: 'actor', header: 'Who', cell: (entry) => entry.actor },
  {
    id: 'details',
    header: 'Details',
    cell: (entry) => (
      <Text component="span" c="dimmed" lineClamp={2}>
        {[detailsInWords(entry.details), changesInWords(entry.changes, entry.details)].filter(Boolean).join(' · ') ||
          '–'}
      </Text>
    ),
    width: '40%',
  },
  { id: 'address', header: 'From address', cell: (entry) => entry.address ?? '–', hideOnPhone: true },
  { id: 'at', header: 'When', cell: (entry) => <RelativeTime at={entry.at} />, width: '9rem' },
];

export function AuditPage() {
  const list = usePagedList(['audit', 'list'], (after) => auditEntries({ after }));
  return (
    <Page title="Audit trail" description="Every change in your organisation: who, what, when, from which address.">
      <DataTable
        label="Audit trail"
        columns={columns}
        list={list}
        rowKey={(entry) => entry.id}
        empty={<EmptyState icon={IconHistory}>Nothing has been changed yet.</EmptyState>}
      />
    </Page>
  );
}
