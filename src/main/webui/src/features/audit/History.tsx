import { Button, Skeleton, Stack, Text } from '@mantine/core';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Timeline } from '@/shared/components/Timeline';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { auditEntries } from './api/auditEntries';
import { actionInWords, detailsInWords } from './words';

/** What happened to one record, for those who may see the audit trail. */
export function History({ recordId }: { recordId: string }) {
  const list = usePagedList(['audit', recordId], (after) => auditEntries({ recordId, after, limit: 20 }));
  if (list.problem) return <ProblemAlert error={list.problem} onRetry={list.retry} />;
  if (list.isLoading) return <Skeleton height={80} />;
  if (list.items.length === 0) return <Text c="dimmed">Nothing has happened yet.</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Timeline
        entries={list.items.map((entry) => ({
          id: entry.id,
          at: entry.at,
          title: (
            <>
              <strong>{entry.actor}</strong> · {actionInWords(entry.action)}
            </>
          ),
          body: detailsInWords(entry.details) && <Text c="dimmed">{detailsInWords(entry.details)}</Text>,
        }))}
      />
      {list.hasMore && (
        <Button variant="default" size="compact-sm" loading={list.isLoadingMore} onClick={list.loadMore}>
          Show older
        </Button>
      )}
    </Stack>
  );
}
