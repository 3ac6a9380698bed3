import { Group, SimpleGrid, Skeleton, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { Page } from '@/shared/components/Page';
import { diagramQuery } from './api/versions';
import { workflowQuery } from './api/workflows';

const DiagramComparison = lazy(() => import('./modeler/DiagramComparison'));

export function ComparePage() {
  const { id, before, after } = useParams({ from: '/frame/workflows/$id/compare/$before/$after' });
  const workflow = useQuery(workflowQuery(id));
  const older = useQuery(diagramQuery(id, before));
  const newer = useQuery(diagramQuery(id, after));

  const error = workflow.error ?? older.error ?? newer.error;
  if (error) throw error;
  if (!workflow.data || !older.data || !newer.data) return <Skeleton height={400} m="lg" />;
  return (
    <Page
      title={`${workflow.data.name}: version ${older.data.version.number} and version ${newer.data.version.number}`}
      description={<Legend />}
    >
      <Suspense fallback={<SimpleGrid cols={1}>{<Skeleton height={320} />}</SimpleGrid>}>
        <DiagramComparison
          before={{ title: `Version ${older.data.version.number}`, xml: older.data.xml }}
          after={{ title: `Version ${newer.data.version.number}`, xml: newer.data.xml }}
        />
      </Suspense>
    </Page>
  );
}

function Legend() {
  return (
    <Group component="span" gap="md">
      <Text span size="sm" c="var(--pf-won)">
        Added
      </Text>
      <Text span size="sm" c="var(--pf-overdue)">
        Removed
      </Text>
      <Text span size="sm" c="var(--pf-active)">
        Changed
      </Text>
    </Group>
  );
}
