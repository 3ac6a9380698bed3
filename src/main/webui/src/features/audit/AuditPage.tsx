import { Group, Text, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { recordPages } from '@/shared/recordPages';
import { auditEntries, type AuditEntry } from './api/auditEntries';
import { actionInWords, changesInWords, dayBegins, detailsInWords, recordTypeInWords } from './words';

const columns: Column<AuditEntry>[] = [
  { id: 'action', header: 'What', cell: (entry) => <strong>{actionInWords(entry.action)}</strong> },
  { id: 'record', header: 'Record', cell: (entry) => <RecordLink entry={entry} />, hideOnPhone: true },
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

const filterKeys = ['q', 'recordType', 'from', 'until'] as const;

/** Record types that have entries, as the trail names them; the others are found by search. */
const recordTypes = [
  'partner-account',
  'contact',
  'import',
  'partner-user',
  'deal',
  'workflow',
  'lead',
  'queue',
  'assignment-group',
  'rule-set',
  'request',
  'customer',
  'org-unit',
  'team',
  'user',
  'organisation',
];

export function AuditPage() {
  const [filters, setFilters] = useFilters(filterKeys);
  const { from, until, ...others } = filters;
  const asked = { ...others, from: dayBegins(from), until: dayBegins(until, 1) };
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
            options: recordTypes.map((type) => ({ value: type, label: recordTypeInWords(type) })),
          },
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

/** The page of the record, where records of its type have one. */
function RecordLink({ entry }: { entry: AuditEntry }) {
  const kind = recordPages[entry.recordType];
  const words = kind?.name ?? recordTypeInWords(entry.recordType);
  return kind ? <Link to={`${kind.path}/${entry.recordId}` as string}>{words}</Link> : <>{words}</>;
}
