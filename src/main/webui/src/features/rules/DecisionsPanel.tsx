import { Anchor, Drawer } from '@mantine/core';
import { IconGavel } from '@tabler/icons-react';
import { useState } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { decisions, type Decision } from './api/decisions';
import type { RuleSet } from './api/ruleSets';
import { RulingExplanation } from './RulingExplanation';
import { assigneeInWords } from './words';

/** What was decided lately; each decision explains itself. */
export function DecisionsPanel({ ruleSet }: { ruleSet: RuleSet }) {
  const [opened, setOpened] = useState<Decision | null>(null);
  const list = usePagedList(['rule-set', ruleSet.id, 'decisions'], (after) => decisions(ruleSet.id, after));
  const columns: Column<Decision>[] = [
    {
      id: 'record',
      header: ruleSet.noun === 'lead' ? 'Lead' : 'Request',
      cell: (decision) => (
        <Anchor component="button" type="button" ta="left" onClick={() => setOpened(decision)}>
          {decision.recordName}
        </Anchor>
      ),
    },
    { id: 'assignee', header: 'Went to', cell: (decision) => assigneeInWords(decision.ruling.assignee) },
    {
      id: 'row',
      header: 'By',
      cell: ({ version, ruling }) =>
        ruling.row ? `version ${version}, row ${ruling.row.number}` : `version ${version}`,
    },
    { id: 'at', header: 'When', cell: (decision) => <RelativeTime at={decision.decidedAt} />, width: '9rem' },
  ];
  return (
    <>
      <DataTable
        label="Decisions"
        columns={columns}
        list={list}
        rowKey={(decision) => decision.id}
        empty={<EmptyState icon={IconGavel}>No {ruleSet.noun} was decided yet.</EmptyState>}
      />
      <Drawer opened={opened !== null} onClose={() => setOpened(null)} title={opened?.recordName} size="lg">
        {opened && <RulingExplanation title={`Decided by version ${opened.version}`} ruling={opened.ruling} />}
      </Drawer>
    </>
  );
}
