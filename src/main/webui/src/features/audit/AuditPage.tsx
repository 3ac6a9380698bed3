import { ActionIcon, Group, Text, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import type { RecordType } from '@/shared/api/types';
import { recordPages } from '@/shared/recordPages';
import { auditEntries, type AuditEntry } from './api/auditEntries';
import { recordTypeTexts } from './texts';
import { actionInWords, actionsInWords, changesInWords, dayBegins, detailsInWords, recordTypeInWords } from './words';

const columns: Column<AuditEntry>[] = [
  { id: 'action', header: 'What', cell: (entry) => <strong>{actionInWords(entry.action)}</strong> },
  { id: 'record', header: 'Record', cell: (entry) => <RecordLink entry={entry} /> },
  { id: 'actor', header: 'Who', cell: (entry) => entry.actor },
  {
    id: 'details',
    header: 'Details',
    cell: (entry) => (
      <Text component="span" c="dimmed" lineClamp={2}>
        {[detailsInWords(entry.details, entry.names), changesInWords(entry.changes, entry.details, entry.names)]
          .filter(Boolean)
          .join(' · ') || '–'}
      </Text>
    ),
    width: '40%',
  },
  { id: 'address', header: 'From address', cell: (entry) => entry.address ?? '–', hideOnPhone: true },
  { id: 'at', header: 'When', cell: (entry) => <RelativeTime at={entry.at} />, width: '9rem' },
];

const filterKeys = ['q', 'recordType', 'recordId', 'from', 'until'] as const;

const recordTypeOptions = (Object.keys(recordTypeTexts) as RecordType[])
  .map((type) => ({ value: type, label: recordTypeTexts[type] }))
  .sort((one, other) => one.label.localeCompare(other.label));

export function AuditPage() {
  const [filters, setFilters] = useFilters(filterKeys);
  const { q, recordType, recordId, from, until } = filters;
  const asked = {
    q,
    actions: actionsInWords(q),
    recordType: recordType as RecordType | undefined,
    recordId,
    from: dayBegins(from),
    until: dayBegins(until, 1),
  };
  const list = usePagedList(['audit', 'list', filters], (after) => auditEntries({ ...asked, after }));
  const isFiltered = Object.values(filters).some(Boolean);
  return (
    <Page title="Audit trail" description="Every change in your organisation: who, what, when, from which address.">
      <FilterBar
        search={{ key: 'q', placeholder: 'Search who, what, details' }}
        filters={[
          {
            key: 'recordType',
            label: 'Record',
            options: recordTypeOptions,
          },
          ...(recordId
            ? [{ key: 'recordId' as const, label: 'Only', options: [{ value: recordId, label: 'one record' }] }]
            : []),
        ]}
        value={filters}
        onChange={setFilters}
      >
        <Group gap="xs">
          <TextInput
            type="date"
            size="xs"
            aria-label="From"
            value={from ?? ''}
            onChange={(event) => setFilters({ from: event.currentTarget.value })}
          />
          <TextInput
            type="date"
            size="xs"
            aria-label="Until"
            value={until ?? ''}
            onChange={(event) => setFilters({ until: event.currentTarget.value })}
          />
        </Group>
      </FilterBar>
      <DataTable
        label="Audit trail"
        columns={columns}
        list={list}
        rowKey={(entry) => entry.id}
        empty={
          <EmptyState icon={IconHistory}>
            {isFiltered ? 'No change fits these filters.' : 'Nothing has been changed yet.'}
          </EmptyState>
        }
      />
    </Page>
  );
}

/** The page of the record, where records of its type have one, and what else happened to it. */
function RecordLink({ entry }: { entry: AuditEntry }) {
  const kind = recordPages[entry.recordType];
  const page = kind ? `${kind.path}/${entry.recordId}` : listPages[entry.recordType];
  const words = kind?.name ?? recordTypeInWords(entry.recordType);
  return (
    <Group gap="xs" wrap="nowrap">
      {page ? <Link to={page as string}>{words}</Link> : words}
      <ActionIcon
        component={Link}
        size="md"
        to={'/audit' as string}
        search={{ recordId: entry.recordId } as never}
        aria-label={`All changes of this ${words.toLowerCase()}`}
      >
        <IconHistory size={16} aria-hidden />
      </ActionIcon>
    </Group>
  );
}

/** Where records without a page of their own are shown. */
const listPages: Partial<Record<RecordType, string>> = {
  'assignment-group': '/lead-queues',
  attention: '/attention',
  'exchange-rate': '/organisation-settings',
  'organisation-settings': '/organisation-settings',
  'picklist-entry': '/picklists',
  'portal-settings': '/portal-settings',
  queue: '/lead-queues',
  reconciliation: '/system-health',
  'rule-set': '/rules',
};
