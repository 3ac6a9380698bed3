import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { diagramQuery } from './api/versions';
import { workflowQuery } from './api/workflows';
import { StandingDiagram } from './StandingDiagram';

interface Props {
  workflowId: string;
  /** The version that the record runs on. */
  versionId: string;
  recordId: string;
}

/** The diagram of a record's process, with where the record stands in it. */
export function RecordDiagram({ workflowId, versionId, recordId }: Props) {
  const workflow = useQuery(workflowQuery(workflowId));
  const diagram = useQuery(diagramQuery(workflowId, versionId));
  const error = workflow.error ?? diagram.error;
  if (error) return <ProblemAlert error={error} />;
  if (!workflow.data || !diagram.data) return <Skeleton height={360} />;
  return (
    <StandingDiagram
      xml={diagram.data.xml}
      label={`Diagram of ${workflow.data.name}, version ${diagram.data.version.number}`}
      processId={workflow.data.processId}
      recordId={recordId}
    />
  );
}
