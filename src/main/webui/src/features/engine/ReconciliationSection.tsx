import { Button, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import {
  beginReconciliation,
  listReconciliationItems,
  listReconciliations,
  type Reconciliation,
  type ReconciliationItem,
} from './api/reconciliations';
import { recordPathOf } from './attentionWords';

const refreshMillis = 3_000;

const causes: Record<Reconciliation['cause'], string> = {
  START: 'At the start',
  NIGHT: 'At night',
  ANOTHER_ENGINE: 'Another engine',
  DEMAND: 'On demand',
};

const outcomes: Record<ReconciliationItem['outcome'], string> = {
  DEPLOYED: 'Deployed',
  BEGUN_ANEW: 'Begun anew',
  CANCELLED: 'Ended',
  LEFT: 'Left as it is',
};

/** Comparisons of the database with the engine: what each found, and a button for another one. */
export function ReconciliationSection() {
  const can = useCan();
  const queryClient = useQueryClient();
  const [shown, setShown] = useState<string | null>(null);
  const { data: runs, error } = useQuery({
    queryKey: ['engine', 'reconciliations'],
    queryFn: listReconciliations,
    refetchInterval: refreshMillis,
  });
  const begin = useMutation({
    mutationFn: beginReconciliation,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['engine'] });
      toast.success('The comparison has begun');
    },
    onError: (problem) => toast.problem(problem),
  });
  return (
    <Section
      title="Database and engine compared"
      description="What the engine has lost is begun anew, where its record is. This runs at the start and at night, and repairs a restored backup."
      action={
        can('engine:mend') && (
          <Button size="compact-sm" variant="default" loading={begin.isPending} onClick={() => begin.mutate()}>
            Compare now
          </Button>
        )
      }
      flush
    >
      <ProblemAlert error={error} />
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>When</Table.Th>
            <Table.Th>Why</Table.Th>
            <Table.Th>Result</Table.Th>
            <Table.Th>Mended</Table.Th>
            <Table.Th>Left</Table.Th>
            <Table.Th>Details</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs?.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>
                <RelativeTime at={run.startedAt} />
              </Table.Td>
              <Table.Td>{causes[run.cause]}</Table.Td>
              <Table.Td>
                <Result run={run} />
              </Table.Td>
              <Table.Td>{run.mended}</Table.Td>
              <Table.Td>{run.left}</Table.Td>
              <Table.Td>
                {run.mended + run.left > 0 && (
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    aria-expanded={shown === run.id}
                    onClick={() => setShown(shown === run.id ? null : run.id)}
                  >
                    {shown === run.id ? 'Hide' : 'Show'}
                  </Button>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {runs?.length === 0 && <Text p="md">No comparison was made yet.</Text>}
      {shown && <Items run={shown} />}
    </Section>
  );
}

function Result({ run }: { run: Reconciliation }) {
  if (run.failure) return <StatusBadge tone="overdue">{run.failure}</StatusBadge>;
  if (!run.endedAt) return <StatusBadge tone="active">Running</StatusBadge>;
  return <StatusBadge tone="won">{run.engineReplaced ? 'Another engine: all begun anew' : 'Compared'}</StatusBadge>;
}

function Items({ run }: { run: string }) {
  const { data: items, error } = useQuery({
    queryKey: ['engine', 'reconciliations', run],
    queryFn: () => listReconciliationItems(run),
  });
  return (
    <>
      <ProblemAlert error={error} />
      <Table aria-label="What was mended and left">
        <Table.Tbody>
          {items?.map((item) => (
            <Table.Tr key={item.id}>
              <Table.Td>{outcomes[item.outcome]}</Table.Td>
              <Table.Td>
                <ItemName item={item} />
              </Table.Td>
              <Table.Td>{item.detail}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function ItemName({ item }: { item: ReconciliationItem }) {
  const path = item.recordId && recordPathOf({ processId: item.processId, recordId: item.recordId });
  const name = item.recordName ?? item.processId;
  return path ? <Link to={path}>{name}</Link> : <>{name}</>;
}
