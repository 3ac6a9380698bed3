import { Alert, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconVersions } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { RecordAttention } from '@/features/engine/RecordAttention';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { endWait } from './api/endWait';
import type { Deal } from './api/types';
import { MigrationDialog } from './MigrationDialog';
import { PutOnStageDialog } from './PutOnStageDialog';

/** What is special about a deal just now: queued, stuck, refused by the engine, on an older version. */
export function DealAlerts({ deal }: { deal: Deal }) {
  const isStaff = useSession().kind === 'STAFF';
  const can = useCan();
  const [migrating, migration] = useDisclosure(false);
  const [putting, putOn] = useDisclosure(false);
  const { versionNumber, currentVersionNumber, migratingTo } = deal.workflow;
  const isOlder = deal.state === 'OPEN' && versionNumber < currentVersionNumber;
  const queued = deal.place.queued && (
    <DealAlert tone="active">
      The workflow cannot be reached just now. The last step is queued and follows by itself.
    </DealAlert>
  );
  if (!isStaff) return queued;
  return (
    <>
      {queued}
      {deal.place.stuck && !deal.place.queued && (
        <DealAlert
          tone="overdue"
          action={
            can('deal:migrate') && (
              <Button size="compact-sm" variant="default" onClick={putOn.open}>
                Put on a stage
              </Button>
            )
          }
        >
          This deal stands on no stage since <RelativeTime at={deal.place.since} />.
        </DealAlert>
      )}
      <RecordAttention recordId={deal.id} />
      {deal.state === 'OPEN' && deal.place.waiting && (
        <DealAlert
          tone="active"
          action={
            <Group gap="xs">
              {can('deal:edit') && <EndWaitButton deal={deal} />}
              {can('deal:migrate') && (
                <Button size="compact-sm" variant="default" onClick={putOn.open}>
                  Put on a stage
                </Button>
              )}
            </Group>
          }
        >
          This deal waits before {deal.place.name}
          {deal.place.waitingAt && `: ${deal.place.waitingAt.name}`}
          {deal.place.waitingAt?.until && (
            <>
              , until <RelativeTime at={deal.place.waitingAt.until} />
            </>
          )}
          .
        </DealAlert>
      )}
      {deal.problem && <DealAlert tone="overdue">{deal.problem}</DealAlert>}
      {migratingTo ? (
        <DealAlert tone="active">It is being moved to version {migratingTo} of its workflow.</DealAlert>
      ) : (
        isOlder && (
          <DealAlert
            tone="active"
            action={
              can('deal:migrate') && (
                <Button size="compact-sm" variant="default" onClick={migration.open}>
                  Move to version {currentVersionNumber}
                </Button>
              )
            }
          >
            This deal runs on version {versionNumber} of its workflow; new deals begin on version {currentVersionNumber}
            .
          </DealAlert>
        )
      )}
      {isOlder && (
        <MigrationDialog deal={deal} version={currentVersionNumber} opened={migrating} onClose={migration.close} />
      )}
      <PutOnStageDialog deal={deal} opened={putting} onClose={putOn.close} />
    </>
  );
}

function EndWaitButton({ deal }: { deal: Deal }) {
  const queryClient = useQueryClient();
  const [busy, setBusy] = useState(false);

  async function end() {
    setBusy(true);
    try {
      await endWait(deal.id, deal.place.since);
      toast.success(`${deal.name} goes on to ${deal.place.name}.`);
    } catch (error) {
      toast.problem(error);
    } finally {
      setBusy(false);
      void refreshRecord(queryClient, 'deal', deal.id);
    }
  }

  return (
    <Button size="compact-sm" variant="default" loading={busy} onClick={() => void end()}>
      End the wait
    </Button>
  );
}

function DealAlert({
  tone,
  action,
  children,
}: {
  tone: 'overdue' | 'active';
  action?: ReactNode;
  children: ReactNode;
}) {
  const Icon = tone === 'overdue' ? IconAlertTriangle : IconVersions;
  return (
    <Alert
      variant="light"
      icon={<Icon size={18} />}
      styles={{
        root: { backgroundColor: `var(--pf-${tone}-soft)`, color: 'var(--pf-text)' },
        icon: { color: `var(--pf-${tone})` },
        message: { color: 'var(--pf-text)' },
      }}
    >
      <Group justify="space-between" gap="xs">
        <span>{children}</span>
        {action}
      </Group>
    </Alert>
  );
}
