import { Button, Group, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FormDialog } from '@/shared/components/FormDialog';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { restoreVersion } from './api/publishing';
import { listVersions, type WorkflowVersion } from './api/versions';
import type { Workflow } from './api/workflows';

/** Who published what, when and why; any of them can be compared with the one before it, or brought back. */
export function VersionList({ workflow }: { workflow: Workflow }) {
  const can = useCan();
  const [restoring, setRestoring] = useState<WorkflowVersion | null>(null);
  const list = usePagedList(['workflow', workflow.id, 'versions'], (after) => listVersions(workflow.id, after));
  const currentId = workflow.current?.id;

  const columns: Column<WorkflowVersion>[] = [
    {
      id: 'number',
      header: 'Version',
      width: '11rem',
      cell: (version) => (
        <Group gap="xs" wrap="nowrap">
          {version.number === null || version.number === undefined ? '–' : `Version ${version.number}`}
          {version.id === currentId && <StatusBadge tone="won">Current</StatusBadge>}
          {!version.published && <StatusBadge tone="waiting">Being published</StatusBadge>}
        </Group>
      ),
    },
    { id: 'comment', header: 'Why', cell: (version) => version.comment },
    { id: 'by', header: 'Who', cell: (version) => version.publishedBy },
    { id: 'at', header: 'When', cell: (version) => <RelativeTime at={version.publishedAt} /> },
    {
      id: 'actions',
      header: 'Actions',
      width: '17rem',
      cell: (version) => (
        <Group gap="xs" wrap="nowrap">
          {currentId && version.id !== currentId && version.published && (
            <>
              <Button
                component={Link}
                to={`/workflows/${workflow.id}/compare/${version.id}/${currentId}` as string}
                variant="subtle"
                size="compact-sm"
              >
                Compare with current
              </Button>
              {can('workflow:publish') && (
                <Button variant="subtle" size="compact-sm" onClick={() => setRestoring(version)}>
                  Bring back
                </Button>
              )}
            </>
          )}
        </Group>
      ),
    },
  ];

  return (
    <>
      <DataTable
        label="Versions"
        columns={columns}
        list={list}
        rowKey={(version) => version.id}
        empty={<EmptyState>No version is published yet.</EmptyState>}
      />
      <RestoreDialog workflow={workflow} version={restoring} onClose={() => setRestoring(null)} />
    </>
  );
}

interface RestoreProps {
  workflow: Workflow;
  version: WorkflowVersion | null;
  onClose: () => void;
}

function RestoreDialog({ workflow, version, onClose }: RestoreProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      opened={version !== null}
      onClose={onClose}
      title={`Bring back version ${version?.number ?? ''}`}
      submitLabel="Publish it again"
      initialValues={{ comment: `Back to version ${version?.number ?? ''}` }}
      onSubmit={async ({ comment }) => {
        if (!version) return;
        const published = await restoreVersion(workflow.id, version.id, comment);
        await queryClient.invalidateQueries({ queryKey: ['workflow'] });
        toast.success(`Version ${published.number} is what version ${version.number} was`);
      }}
    >
      {(form) => (
        <TextInput
          label="Why"
          description="Its diagram becomes the newest version. Running deals stay on theirs."
          data-autofocus
          {...form.getInputProps('comment')}
        />
      )}
    </FormDialog>
  );
}
