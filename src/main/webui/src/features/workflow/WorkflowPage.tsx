import { Button, Group, Skeleton, Tabs, TextInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { FormDialog } from '@/shared/components/FormDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import { makeDefaultWorkflow, renameWorkflow } from './api/changeWorkflow';
import { diagramQuery } from './api/versions';
import { workflowQuery, type Workflow } from './api/workflows';
import { downloadDiagram } from './downloadDiagram';
import { StandingDiagram } from './StandingDiagram';
import { VersionList } from './VersionList';
import { WorkflowState } from './WorkflowState';

export function WorkflowPage() {
  const { id } = useParams({ from: '/frame/workflows/$id' });
  const { tab = 'diagram' } = useSearch({ from: '/frame/workflows/$id' });
  const navigate = useNavigate();
  const can = useCan();
  const [renaming, rename] = useDisclosure(false);
  const { data: workflow, error } = useQuery(workflowQuery(id));
  const makeDefault = useMakeDefault(id);

  if (error) throw error;
  if (!workflow) return <Skeleton height={160} m="lg" />;
  const mayEdit = can('workflow:edit');
  return (
    <RecordPage
      title={workflow.name}
      status={
        <Group gap="xs">
          {workflow.isDefault && <StatusBadge tone="active">Default</StatusBadge>}
          <WorkflowState workflow={workflow} />
        </Group>
      }
      back={{ to: '/workflows', label: 'Workflows' }}
      facts={[
        { label: 'Published', value: <RelativeTime at={workflow.current?.publishedAt} /> },
        { label: 'By', value: workflow.current?.publishedBy },
        { label: 'Because', value: workflow.current?.comment },
      ]}
      actions={
        mayEdit && (
          <>
            {!workflow.isDefault && workflow.current && (
              <Button variant="default" loading={makeDefault.isPending} onClick={() => makeDefault.mutate()}>
                Make default
              </Button>
            )}
            <Button variant="default" onClick={rename.open}>
              Rename
            </Button>
            <Button
              component={Link}
              to={`/workflows/${id}/edit` as string}
              leftSection={<IconPencil size={16} aria-hidden />}
            >
              Edit diagram
            </Button>
          </>
        )
      }
    >
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(value) =>
          void navigate({
            to: '/workflows/$id',
            params: { id },
            search: value === 'versions' ? { tab: 'versions' } : {},
            replace: true,
          })
        }
      >
        <Tabs.List>
          <Tabs.Tab value="diagram">Diagram</Tabs.Tab>
          <Tabs.Tab value="versions">Versions</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="diagram" pt="md">
          <CurrentDiagram workflow={workflow} />
        </Tabs.Panel>
        <Tabs.Panel value="versions" pt="md">
          <VersionList workflow={workflow} />
        </Tabs.Panel>
      </Tabs>
      <RenameDialog workflow={workflow} opened={renaming} onClose={rename.close} />
    </RecordPage>
  );
}

function CurrentDiagram({ workflow }: { workflow: Workflow }) {
  const current = workflow.current;
  const { data: diagram, error } = useQuery({
    ...diagramQuery(workflow.id, current?.id ?? ''),
    enabled: current !== null && current !== undefined,
  });
  if (error) return <ProblemAlert error={error} />;
  if (!diagram) return <Skeleton height={360} />;
  return (
    <>
      <StandingDiagram
        xml={diagram.xml}
        label={`Diagram of ${workflow.name}, version ${current?.number}`}
        processId={workflow.processId}
      />
      <Group mt="sm">
        <Button variant="subtle" size="compact-sm" onClick={() => downloadDiagram(workflow.name, diagram.xml)}>
          Download .bpmn
        </Button>
      </Group>
    </>
  );
}

function useMakeDefault(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => makeDefaultWorkflow(id),
    onSuccess: async (workflow) => {
      await queryClient.invalidateQueries({ queryKey: ['workflow'] });
      toast.success(`New deals now begin in ${workflow.name}`);
    },
    onError: (error) => toast.problem(error),
  });
}

function RenameDialog({ workflow, ...dialog }: { workflow: Workflow; opened: boolean; onClose: () => void }) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      {...dialog}
      title="Rename workflow"
      submitLabel="Rename workflow"
      initialValues={{ name: workflow.name }}
      onSubmit={async ({ name }) => {
        await renameWorkflow(workflow.id, workflow.version, name);
        await queryClient.invalidateQueries({ queryKey: ['workflow'] });
      }}
    >
      {(form) => <TextInput label="Name" data-autofocus {...form.getInputProps('name')} />}
    </FormDialog>
  );
}
