import { Alert, Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAlertTriangle, IconVersions } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useCan, useSession } from '@/shared/session';
import type { Deal } from './api/types';
import { MigrationDialog } from './MigrationDialog';
import { PutOnStageDialog } from './PutOnStageDialog';

/** What is special about a deal just now: stuck, refused by the engine, on an older version. */
export function DealNotices({ deal }: { deal: Deal }) {
  const isStaff = useSession().kind === 'STAFF';
  const can = useCan();
  const [migrating, migration] = useDisclosure(false);
  const [putting, putOn] = useDisclosure(false);
  const { versionNumber, currentVersionNumber, migratingTo } = deal.workflow;
  const isOlder = deal.state === 'OPEN' && versionNumber < currentVersionNumber;
  if (!isStaff) return null;
  return (
    <>
      {deal.place.stuck && (
        <Notice
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
        </Notice>
      )}
      {deal.problem && <Notice tone="overdue">{deal.problem}</Notice>}
      {migratingTo ? (
        <Notice tone="active">It is being moved to version {migratingTo} of its workflow.</Notice>
      ) : (
        isOlder && (
          <Notice
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
          </Notice>
        )
      )}
      {isOlder && (
        <MigrationDialog deal={deal} version={currentVersionNumber} opened={migrating} onClose={migration.close} />
      )}
      <PutOnStageDialog deal={deal} opened={putting} onClose={putOn.close} />
    </>
  );
}

function Notice({ tone, action, children }: { tone: 'overdue' | 'active'; action?: ReactNode; children: ReactNode }) {
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
