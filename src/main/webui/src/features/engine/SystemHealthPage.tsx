import { Alert, Button, Stack, Table, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { IconInfoCircle } from '@tabler/icons-react';
import { Facts } from '@/shared/components/Facts';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import { endStray, readEngineHealth, type EngineHealth, type Stray } from './api/health';
import { ReconciliationSection } from './ReconciliationSection';

const refreshMillis = 10_000;

export function SystemHealthPage() {
  const { data: health, error } = useQuery({
    queryKey: ['engine', 'health'],
    queryFn: readEngineHealth,
    refetchInterval: refreshMillis,
  });
  return (
    <Page
      title="System health"
      description="How the process engine is, and whether the application knows what it does."
    >
      {!health && (error ? <ProblemAlert error={error} /> : <RecordSkeleton />)}
      {health && (
        <Stack gap="md">
          {health.unseen.map((text) => (
            <Alert key={text} variant="light" color="yellow" icon={<IconInfoCircle size={18} />}>
              <Text c="var(--pf-text)">{text}</Text>
            </Alert>
          ))}
          <EngineSection health={health} />
          {health.strays.length > 0 && <Strays strays={health.strays} />}
          <ReconciliationSection />
        </Stack>
      )}
    </Page>
  );
}

function EngineSection({ health }: { health: EngineHealth }) {
  return (
    <Section title="Process engine">
      <Facts
        facts={[
          {
            label: 'State',
            value: health.reachable ? (
              <StatusBadge tone="won">Reached</StatusBadge>
            ) : (
              <StatusBadge tone="overdue">Away</StatusBadge>
            ),
          },
          { label: 'Version', value: health.version },
          { label: 'Partitions', value: health.reachable ? health.partitions : null },
          ...health.heard.map((heard) => ({
            label: `Partition ${heard.partition} last heard`,
            value: (
              <>
                <RelativeTime at={heard.heardAt} /> {!heard.alive && <StatusBadge tone="overdue">Silent</StatusBadge>}
              </>
            ),
          })),
        ]}
      />
    </Section>
  );
}

function Strays({ strays }: { strays: Stray[] }) {
  const can = useCan();
  const queryClient = useQueryClient();
  const end = useMutation({
    mutationFn: endStray,
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['engine'] });
      toast.success('The instance is ended');
    },
    onError: (problem) => toast.problem(problem),
  });
  return (
    <Section
      title="Instances that belong to no record"
      description="Somebody has started them beside Partnerflow. They wait in the engine until they are ended."
      flush
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>Process</Table.Th>
            <Table.Th>Step</Table.Th>
            <Table.Th>Cause</Table.Th>
            {can('engine:mend') && <Table.Th>Mend</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {strays.map((stray) => (
            <Table.Tr key={stray.instanceKey}>
              <Table.Td>{stray.processId}</Table.Td>
              <Table.Td>{stray.elementId}</Table.Td>
              <Table.Td>{stray.cause}</Table.Td>
              {can('engine:mend') && (
                <Table.Td>
                  <Button
                    size="compact-sm"
                    variant="default"
                    loading={end.isPending && end.variables === stray.instanceKey}
                    onClick={() => end.mutate(stray.instanceKey)}
                    aria-label={`End the instance of ${stray.processId}`}
                  >
                    End it
                  </Button>
                </Table.Td>
              )}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Section>
  );
}
