import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { toast } from '@/shared/components/toast';
import { discardDraft } from './api/discardDraft';
import type { RuleSet } from './api/ruleSets';
import type { DraftState, DraftStore } from './draftStore';
import classes from './RuleSet.module.css';

interface Props {
  ruleSet: RuleSet;
  draft: DraftState;
  store: DraftStore;
  mayEdit: boolean;
  onReload: () => Promise<void>;
}

/** Says whether the draft is stored, and undoes or discards it. */
export function SaveStatus({ ruleSet, draft, store, mayEdit, onReload }: Props) {
  const [discarding, setDiscarding] = useState(false);
  const version = draft.draft.version;
  return (
    <>
      <Group className={classes.status} justify="space-between" gap="xs">
        <span role="status">
          <StatusText draft={draft} ruleSet={ruleSet} />
        </span>
        {mayEdit && (
          <Group gap="xs">
            <Button variant="subtle" size="compact-sm" disabled={!draft.canUndo} onClick={() => store.undo()}>
              Undo
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              color="red"
              disabled={version === null || draft.state !== 'saved'}
              onClick={() => setDiscarding(true)}
            >
              Discard draft
            </Button>
          </Group>
        )}
      </Group>
      {draft.state === 'failed' && (
        <ProblemAlert error={draft.problem} onRetry={() => void store.flush().catch(() => undefined)} />
      )}
      <ConfirmDialog
        opened={discarding}
        onClose={() => setDiscarding(false)}
        title="Discard the draft?"
        confirmLabel="Discard draft"
        danger
        onConfirm={async () => {
          if (version === null) return;
          await discardDraft(ruleSet.id, version);
          await onReload();
          toast.success('The draft was discarded.');
        }}
      >
        All changes since version {ruleSet.version.number} are lost. This cannot be undone.
      </ConfirmDialog>
    </>
  );
}

function StatusText({ draft, ruleSet }: { draft: DraftState; ruleSet: RuleSet }) {
  switch (draft.state) {
    case 'saving':
      return <>Saving …</>;
    case 'unsaved':
      return <>Not saved yet</>;
    case 'failed':
      return <>The draft could not be saved</>;
    case 'conflict':
      return <>Not saved: somebody else changed the draft</>;
    case 'saved':
      return draft.draft.version === null || !draft.draft.editedAt ? (
        <>This is version {ruleSet.version.number}; a change begins a draft</>
      ) : (
        <>
          Draft saved by {draft.draft.editedBy} <RelativeTime at={draft.draft.editedAt} />
        </>
      );
  }
}
