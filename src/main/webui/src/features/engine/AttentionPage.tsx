import { Anchor, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listAttention, type AttentionItem } from './api/attention';
import { AttentionActions } from './AttentionActions';
import { kindOptions, recordPathOf, stateOptions, workInWords, worksInWords } from './attentionWords';

const columns: Column<AttentionItem>[] = [
  { id: 'record', header: 'Record', cell: (item) => <RecordLink item={item} /> },
  { id: 'what', header: 'Work', cell: workInWords },
  {
    id: 'cause',
    header: 'Cause',
    width: '45%',
    cell: (item) => (
      <>
        <Text component="span" lineClamp={4}>
          {item.cause}
        </Text>
        {item.putAside && <Text c="dimmed">Put aside: {item.putAside}</Text>}
      </>
    ),
  },
  { id: 'failures', header: 'Tries', numeric: true, cell: (item) => item.failures.toLocaleString() },
  { id: 'since', header: 'Since', cell: (item) => <RelativeTime at={item.since} /> },
];

const mendColumn: Column<AttentionItem> = {
  id: 'mend',
  header: 'Mend',
  cell: (item) => <AttentionActions item={item} />,
};

export function AttentionPage() {
  const can = useCan();
  const [filters, setFilters] = useFilters(['q', 'kind', 'state']);
  const list = usePagedList(['attention', 'list', filters], (after) =>
    listAttention({
      q: filters.q,
      works: worksInWords(filters.q),
      kind: filters.kind as AttentionItem['kind'] | undefined,
      state: filters.state as AttentionItem['state'] | undefined,
      after,
    }),
  );
  const isFiltered = Boolean(filters.q ?? filters.kind ?? filters.state);
  return (
    <Page
      title="Needs attention"
      description="Automatic work that failed three times, and processes that cannot go on. Mend the cause, then let it be tried again; nothing is lost meanwhile."
      action={
        can('engine:view') && (
          <Anchor component={Link} to="/system-health">
            System health
          </Anchor>
        )
      }
    >
      <FilterBar
        search={{ key: 'q', placeholder: 'Record, step or cause' }}
        filters={[
          { key: 'kind', label: 'Kind', options: kindOptions },
          { key: 'state', label: 'State', options: stateOptions },
        ]}
        value={filters}
        onChange={setFilters}
      />
      <DataTable
        label="Work that needs attention"
        columns={can('attention:retry') ? [...columns, mendColumn] : columns}
        list={list}
        rowKey={(item) => item.id}
        empty={
          <EmptyState icon={IconCircleCheck}>
            {isFiltered ? 'Nothing fits these filters.' : 'All automatic work is done. Nothing waits for you here.'}
          </EmptyState>
        }
      />
    </Page>
  );
}

function RecordLink({ item }: { item: AttentionItem }) {
  const path = recordPathOf(item);
  const name = item.recordName ?? workInWords(item);
  return path ? <Link to={path}>{name}</Link> : <strong>{name}</strong>;
}
