import { Button, Group, List, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowRight, IconInfoCircle } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { Problem } from '@/shared/api/problem';
import { Dialog } from '@/shared/components/Dialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { migrateDeal } from './api/migrateDeal';
import { migrationPlanQuery } from './api/migrationPlan';
import type { Deal, MigrationPlan } from './api/types';

interface Props {
  deal: Deal;
  version: number;
  opened: boolean;
  onClose: () => void;
}

/** Shows what moving a deal to another version means, and does it. */
export function MigrationDialog({ deal, version, opened, onClose }: Props) {
  const queryClient = useQueryClient();
  const plan = useQuery({ ...migrationPlanQuery(deal.id, version), enabled: opened });
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function migrate() {
    setBusy(true);
    setProblem(null);
    try {
      await migrateDeal(deal.id, version);
      await refreshRecord(queryClient, 'deal', deal.id);
      onClose();
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={`Move to version ${version}`} size="lg">
      <Stack gap="md">
        <ProblemAlert error={problem ?? plan.error} />
        {plan.data ? <Plan plan={plan.data} /> : !plan.error && <Skeleton height={96} />}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button loading={busy} disabled={!plan.data?.possible} onClick={() => void migrate()}>
            Move to version {version}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}

function Plan({ plan }: { plan: MigrationPlan }) {
  return (
    <Stack gap="sm">
      <Text>
        {plan.possible
          ? `The deal can be moved from version ${plan.from} to version ${plan.to}.${plan.way === 'ANEW' ? ' Its process begins anew there.' : ''}`
          : `The deal cannot be moved to version ${plan.to} now.`}
      </Text>
      {plan.blockers.length > 0 && (
        <List spacing={4} icon={<IconAlertTriangle size={16} color="var(--pf-overdue)" aria-label="Blocked" />}>
          {plan.blockers.map((blocker) => (
            <List.Item key={blocker}>{blocker}</List.Item>
          ))}
        </List>
      )}
      {plan.mappings.map((mapping) => (
        <Group key={mapping.fromElementId} gap="xs">
          <Text fw={600}>{mapping.fromName}</Text>
          <IconArrowRight size={16} aria-label="becomes" />
          <Text fw={600}>{mapping.toName}</Text>
        </Group>
      ))}
      {plan.notices.length > 0 && (
        <List spacing={4} icon={<IconInfoCircle size={16} color="var(--pf-muted)" aria-hidden />}>
          {plan.notices.map((notice) => (
            <List.Item key={notice}>{notice}</List.Item>
          ))}
        </List>
      )}
    </Stack>
  );
}
