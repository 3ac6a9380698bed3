import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listAttention, type AttentionItem } from './api/attention';
import { recordPathOf, workInWords } from './attentionWords';
import { RetryButton } from './RetryButton';

const columns: Column<AttentionItem>[] = [
  { id: 'what', header: 'Work', cell: (item) => <RecordLink item={item} /> },
  {
    id: 'cause',
    header: 'Cause',
    width: '45%',
    cell: (item) => (
      <Text component="span" lineClamp={3}>
        {item.cause}
      </Text>
    ),
  },
  { id: 'failures', header: 'Tries', numeric: true, cell: (item) => item.failures.toLocaleString() },
  { id: 'since', header: 'Since', cell: (item) => <RelativeTime at={item.since} /> },
];

const retryColumn: Column<AttentionItem> = { id: 'retry', header: 'Mend', cell: (item) => <RetryButton item={item} /> };

export function AttentionPage() {
  const can = useCan();
  const list = usePagedList(['attention', 'list'], (after) => listAttention({ after }));
  return (
    <Page
      title="Needs attention"
      description="Automatic work that failed three times. Mend the cause, then let it be tried again; nothing is lost meanwhile."
    >
      <DataTable
        label="Work that needs attention"
        columns={can('attention:retry') ? [...columns, retryColumn] : columns}
        list={list}
        rowKey={(item) => item.id}
        empty={<EmptyState icon={IconCircleCheck}>All automatic work is done. Nothing waits for you here.</EmptyState>}
      />
    </Page>
  );
}

function RecordLink({ item }: { item: AttentionItem }) {
  const path = recordPathOf(item);
  return path ? <Link to={path}>{workInWords(item)}</Link> : <strong>{workInWords(item)}</strong>;
}
