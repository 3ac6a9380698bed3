import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { templatesQuery } from './api/templates';
import { diagramQuery } from './api/versions';
import { workflowQuery } from './api/workflows';
import { WorkflowEditor } from './WorkflowEditor';
import { useState } from 'react';

/** Loads what the editor begins with. Versions that others publish meanwhile do not disturb it: publishing will tell. */
export function EditorPage() {
  const { id } = useParams({ from: '/frame/workflows/$id/edit' });
  const workflow = useQuery(workflowQuery(id));
  const templates = useQuery(templatesQuery);
  const [openedId, setOpenedId] = useState<string | null>(null);
  const current = workflow.data?.current ?? null;
  if (openedId === null && current) setOpenedId(current.id); // the drawing stays when somebody else publishes
  const opened = openedId;
  const diagram = useQuery({ ...diagramQuery(id, opened ?? ''), enabled: opened !== null });

  const error = workflow.error ?? templates.error ?? diagram.error;
  if (error) throw error;
  if (!workflow.data || !templates.data || !diagram.data) return <Skeleton height={400} m="lg" />;
  return (
    <WorkflowEditor
      key={diagram.data.version.id}
      workflow={workflow.data}
      opened={diagram.data}
      newer={
        current && current.id !== opened && (current.number ?? 0) > (diagram.data.version.number ?? 0) ? current : null
      }
      onOpen={setOpenedId}
      templates={templates.data}
      onPublished={setOpenedId}
    />
  );
}
