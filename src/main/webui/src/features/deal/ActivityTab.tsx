import { Button, Text } from '@mantine/core';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { Timeline } from '@/shared/components/Timeline';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { sentenceOf } from './activity';
import { listActivity } from './api/activity';
import { changesInWords } from '@/features/audit/words';

/** Everything that happened to the deal, the latest first. */
export function ActivityTab({ dealId }: { dealId: string }) {
  const list = usePagedList(['deal', dealId, 'activity'], (after) => listActivity(dealId, after));
  return (
    <Section title="Activity">
      <ProblemAlert error={list.problem} onRetry={list.retry} />
      <Timeline
        label="Activity"
        entries={list.items.map((line) => {
          const changed = line.action.endsWith('edited') && changesInWords(line.changes, {});
          return {
            id: line.id,
            at: line.at,
            title: sentenceOf(line),
            body: changed && <Text c="dimmed">{changed}</Text>,
          };
        })}
      />
      {list.hasMore && (
        <Button variant="default" mt="md" loading={list.isLoadingMore} onClick={list.loadMore}>
          Load more
        </Button>
      )}
    </Section>
  );
}
