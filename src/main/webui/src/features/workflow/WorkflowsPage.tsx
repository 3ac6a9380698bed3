import { Button, Group, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconSitemap } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FormDialog } from '@/shared/components/FormDialog';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { createWorkflow } from './api/createWorkflow';
import { workflowsQuery, type Workflow } from './api/workflows';
import { WorkflowState } from './WorkflowState';

const columns: Column<Workflow>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (workflow) => (
      <Group gap="xs" wrap="nowrap">
        <Link to="/workflows/$id" params={{ id: workflow.id }}>
          {workflow.name}
        </Link>
        {workflow.isDefault && <StatusBadge tone="active">Default</StatusBadge>}
      </Group>
    ),
  },
  { id: 'state', header: 'State', cell: (workflow) => <WorkflowState workflow={workflow} /> },
  { id: 'comment', header: 'Last change', cell: (workflow) => workflow.current?.comment ?? '–', hideOnPhone: true },
  { id: 'by', header: 'By', cell: (workflow) => workflow.current?.publishedBy ?? '–' },
  { id: 'at', header: 'Published', cell: (workflow) => <RelativeTime at={workflow.current?.publishedAt} /> },
];

export function WorkflowsPage() {
  const can = useCan();
  const [creating, create] = useDisclosure(false);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const list = usePagedList(['workflow', 'list'], async () => ({
    items: await queryClient.fetchQuery(workflowsQuery),
  }));
  const newButton = can('workflow:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={create.open}>
      New workflow
    </Button>
  );

  async function submit({ name }: { name: string }) {
    const workflow = await createWorkflow(name);
    await queryClient.invalidateQueries({ queryKey: ['workflow'] });
    await navigate({ to: '/workflows/$id', params: { id: workflow.id } });
  }

  return (
    <Page
      title="Workflows"
      description="The ways that deals go, each drawn as a diagram: its stages are the columns of the board."
      action={newButton}
    >
      <DataTable
        label="Workflows"
        columns={columns}
        list={list}
        rowKey={(workflow) => workflow.id}
        empty={
          <EmptyState icon={IconSitemap} action={newButton}>
            No workflow yet. A new one begins as a copy of the shipped diagram.
          </EmptyState>
        }
      />
      <FormDialog
        opened={creating}
        onClose={create.close}
        title="New workflow"
        submitLabel="Create workflow"
        initialValues={{ name: '' }}
        validate={{ name: (name) => (name.trim() ? null : 'Expected a name.') }}
        onSubmit={submit}
      >
        {(form) => (
          <TextInput
            label="Name"
            description="It begins as a copy of the shipped diagram, which you then change."
            data-autofocus
            {...form.getInputProps('name')}
          />
        )}
      </FormDialog>
    </Page>
  );
}
