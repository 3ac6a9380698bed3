import { Button, Drawer, Select, Skeleton, Stack } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { IconArrowRight, IconHistory } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import type { RuleSet } from './api/ruleSets';
import { replayQuery, whatIf, type WhatIfReport } from './api/whatIf';
import type { DraftStore } from './draftStore';
import { RulingExplanation } from './RulingExplanation';
import { SharesChart } from './SharesChart';
import classes from './WhatIfPanel.module.css';
import { assigneeInWords } from './words';

type Changed = WhatIfReport['changes'][number];

/** Replays the last real decisions with the draft: what would change, for whom; each can be opened. */
export function WhatIfPanel({ ruleSet, store }: { ruleSet: RuleSet; store: DraftStore }) {
  const [last, setLast] = useState('200');
  const [opened, setOpened] = useState<Changed | null>(null);
  const run = useMutation({
    mutationFn: async () => {
      await store.flush();
      return whatIf(ruleSet.id, Number(last));
    },
  });

  return (
    <Stack gap="md">
      <div className={classes.controls}>
        <Select
          label="Replay with the draft"
          data={['50', '200', '500', '1000'].map((count) => ({ value: count, label: `the last ${count} decisions` }))}
          value={last}
          onChange={(value) => value && setLast(value)}
          allowDeselect={false}
        />
        <Button loading={run.isPending} onClick={() => run.mutate()}>
          Show what would change
        </Button>
      </div>
      <ProblemAlert error={run.error} />
      {run.data ? (
        <Report report={run.data} noun={ruleSet.noun} onOpen={setOpened} />
      ) : (
        !run.error && (
          <EmptyState icon={IconHistory}>
            Real decisions are decided anew in their order, with the table in force and with your draft. Load, waiting
            times and turns are those that each of them would have left. Nothing is written, nobody is told.
          </EmptyState>
        )
      )}
      <Drawer opened={opened !== null} onClose={() => setOpened(null)} title={opened?.recordName} size="lg">
        {opened && <Replay ruleSet={ruleSet.id} changed={opened} last={Number(last)} />}
      </Drawer>
    </Stack>
  );
}

interface ReportProps {
  report: WhatIfReport;
  noun: string;
  onOpen: (changed: Changed) => void;
}

function Report({ report, noun, onOpen }: ReportProps) {
  if (report.decisions === 0) {
    return <EmptyState icon={IconHistory}>No {noun} was decided yet, so there is nothing to replay.</EmptyState>;
  }
  return (
    <>
      <p className={classes.summary} role="status">
        {report.changed === 0 ? (
          <>None of the last {report.decisions} decisions would lead to somebody else.</>
        ) : (
          <>
            <strong>
              {report.changed} of {report.decisions}
            </strong>{' '}
            decisions would lead to somebody else.
          </>
        )}{' '}
        {report.otherRow > 0 && `${report.otherRow} would lead to the same by another row.`}
      </p>
      <Section title="Who gets how many">
        <SharesChart shares={report.shares} />
      </Section>
      {report.changes.length > 0 && (
        <Section
          title="What would change"
          description={
            report.changes.length < report.changed ? `The newest ${report.changes.length} of them.` : undefined
          }
        >
          <ul className={classes.changes}>
            {report.changes.map((changed) => (
              <li key={changed.decisionId}>
                <button type="button" className={classes.change} onClick={() => onOpen(changed)}>
                  <span className={classes.name}>{changed.recordName}</span>
                  <span className={classes.sides}>
                    <span>{assigneeInWords(changed.before.assignee)}</span>
                    <IconArrowRight size={14} aria-label="would become" />
                    <strong>{assigneeInWords(changed.after.assignee)}</strong>
                  </span>
                  <span className={classes.when}>
                    <RelativeTime at={changed.decidedAt} />
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

function Replay({ ruleSet, changed, last }: { ruleSet: string; changed: Changed; last: number }) {
  const { data: replay, error, refetch } = useQuery(replayQuery(ruleSet, changed.decisionId, last));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!replay) return <Skeleton height={200} aria-busy />;
  return (
    <Stack gap="lg">
      <RulingExplanation title="With the table in force" ruling={replay.before.ruling} />
      <RulingExplanation title="With the draft" ruling={replay.after} />
    </Stack>
  );
}
