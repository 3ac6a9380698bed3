import { Button, Tabs } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { RecordPage } from '@/shared/components/RecordPage';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { useCan } from '@/shared/session';
import { draftQuery, type Draft } from './api/draft';
import type { TableForm } from './api/form';
import type { RuleSet } from './api/ruleSets';
import { saveDraft } from './api/saveDraft';
import { CasesPanel } from './CasesPanel';
import { ConflictAlert } from './ConflictAlert';
import { DecisionsPanel } from './DecisionsPanel';
import { DraftStore } from './draftStore';
import { PublishDialog } from './PublishDialog';
import { SaveStatus } from './SaveStatus';
import { TablePanel } from './TablePanel';
import { VersionsPanel } from './VersionsPanel';
import { WhatIfPanel } from './WhatIfPanel';

interface Props {
  ruleSet: RuleSet;
  form: TableForm;
  fromServer: Draft;
}

/** The page of a rule set: its draft as a table, and all that belongs to it. */
export function RuleSetEditor({ ruleSet, form, fromServer }: Props) {
  const queryClient = useQueryClient();
  const can = useCan();
  const [filters, setFilters] = useFilters(['tab'] as const);
  const [publishing, setPublishing] = useState(false);
  const [store] = useState(
    () => new DraftStore(fromServer, (version, document) => saveDraft(ruleSet.id, version, document)),
  );
  const draft = useSyncExternalStore(store.subscribe, store.snapshot);

  useEffect(() => store.adopt(fromServer), [store, fromServer]);
  useEffect(() => () => void store.flush().catch(() => undefined), [store]);

  const mayEdit = can('rules:edit');
  const failing = draft.draft.cases.filter((result) => !result.passed).length;
  const reload = async () => {
    const query = draftQuery(ruleSet.id);
    await queryClient.invalidateQueries({ queryKey: query.queryKey });
    store.replace(await queryClient.fetchQuery(query));
  };

  return (
    <RecordPage
      title={ruleSet.label}
      back={{ to: '/rules', label: 'Assignment rules' }}
      facts={[
        { label: 'In force', value: `Version ${ruleSet.version.number}` },
        { label: 'Published by', value: ruleSet.version.publishedBy },
        { label: 'Published', value: <RelativeTime at={ruleSet.version.publishedAt} /> },
      ]}
      actions={
        can('rules:publish') && (
          <Button
            onClick={() => setPublishing(true)}
            disabled={draft.draft.version === null && draft.state === 'saved'}
          >
            Publish version
          </Button>
        )
      }
    >
      <ConflictAlert draft={draft} store={store} form={form} onReload={reload} />
      <Tabs value={filters.tab ?? 'table'} onChange={(tab) => setFilters({ tab: tab === 'table' ? '' : (tab ?? '') })}>
        <Tabs.List>
          <Tabs.Tab value="table">Table</Tabs.Tab>
          <Tabs.Tab value="cases">{failing > 0 ? `Test cases (${failing} failing)` : 'Test cases'}</Tabs.Tab>
          <Tabs.Tab value="what-if">What if</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
          <Tabs.Tab value="decisions">Decisions</Tabs.Tab>
        </Tabs.List>
        <SaveStatus draft={draft} store={store} ruleSet={ruleSet} mayEdit={mayEdit} onReload={reload} />
        <Tabs.Panel value="table">
          <TablePanel ruleSet={ruleSet} draft={draft} store={store} form={form} mayEdit={mayEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="cases">
          <CasesPanel draft={draft} store={store} form={form} mayEdit={mayEdit} />
        </Tabs.Panel>
        <Tabs.Panel value="what-if">
          <WhatIfPanel ruleSet={ruleSet} store={store} />
        </Tabs.Panel>
        <Tabs.Panel value="versions">
          <VersionsPanel ruleSet={ruleSet} form={form} />
        </Tabs.Panel>
        <Tabs.Panel value="decisions">
          <DecisionsPanel ruleSet={ruleSet} />
        </Tabs.Panel>
      </Tabs>
      <PublishDialog
        opened={publishing}
        onClose={() => setPublishing(false)}
        ruleSet={ruleSet}
        draft={draft}
        store={store}
        onPublished={reload}
      />
    </RecordPage>
  );
}
