import { Button, Skeleton, Stack, Text } from '@mantine/core';
import type { QueryKey } from '@tanstack/react-query';
import type { AuditEntry } from './api/auditEntries';
import { actionInWords, changesInWords, detailsInWords } from './words';
import type { AuditAction, Page } from '@/shared/api/types';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Timeline } from '@/shared/components/Timeline';
import { usePagedList } from '@/shared/hooks/usePagedList';

interface Line {
  id: string;
  at: string;
  actor: string;
  action: AuditAction;
  details: Record<string, unknown>;
  changes?: AuditEntry['changes'];
  names?: AuditEntry['names'];
}

interface Props {
  /** Where the query is kept; begins with the record type. */
  queryKey: QueryKey;
  load: (after: string | undefined) => Promise<Page<Line>>;
}

/** What happened to a record and to what belongs to it, for everybody who may see the record. */
export function Activity({ queryKey, load }: Props) {
  const list = usePagedList(queryKey, load);
  if (list.problem) return <ProblemAlert error={list.problem} onRetry={list.retry} />;
  if (list.isLoading) return <Skeleton height={80} />;
  if (list.items.length === 0) return <Text c="dimmed">Nothing has happened yet.</Text>;
  return (
    <Stack gap="xs" align="flex-start">
      <Timeline
        label="Activity"
        entries={list.items.map((line) => ({
          id: line.id,
          at: line.at,
          title: (
            <>
              <strong>{line.actor}</strong> · {actionInWords(line.action)}
            </>
          ),
          body: inWords(line) && <Text c="dimmed">{inWords(line)}</Text>,
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

function inWords({ details, changes = [], names }: Line): string {
  return [detailsInWords(details, names), changesInWords(changes, details, names)].filter(Boolean).join(' · ');
}
