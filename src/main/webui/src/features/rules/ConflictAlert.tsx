import { Alert, Button, Group, Stack } from '@mantine/core';
import { IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { toast } from '@/shared/components/toast';
import type { TableForm } from './api/form';
import type { Difference } from './api/versions';
import { DifferenceList } from './DifferenceList';
import type { DraftState, DraftStore } from './draftStore';

interface Props {
  draft: DraftState;
  store: DraftStore;
  form: TableForm;
  onReload: () => Promise<void>;
}

/** Somebody else saved the draft in between: shows how the two differ, and lets the person choose. */
export function ConflictAlert({ draft, store, form, onReload }: Props) {
  const [busy, setBusy] = useState(false);
  if (draft.state !== 'conflict' || !draft.problem) return null;
  const { version, differences } = draft.problem.document as { version?: number; differences?: Difference[] };

  const choose = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Alert
      role="alert"
      icon={<IconUsers size={18} />}
      variant="light"
      color="yellow"
      title={draft.problem.message}
      styles={{
        root: { backgroundColor: 'var(--pf-soon-soft)' },
        icon: { color: 'var(--pf-soon)' },
        title: { color: 'var(--pf-text)' },
        message: { color: 'var(--pf-text)' },
      }}
    >
      <Stack gap="sm">
        {differences && differences.length > 0 && (
          <>
            <span>This is how your table differs from the one that is stored:</span>
            <DifferenceList differences={differences} form={form} />
          </>
        )}
        <Group gap="xs">
          <Button size="compact-sm" variant="default" loading={busy} onClick={() => void choose(onReload)}>
            Load theirs
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            loading={busy}
            onClick={() => void choose(() => store.overwrite(version ?? null))}
          >
            Keep mine
          </Button>
        </Group>
      </Stack>
    </Alert>
  );
}
