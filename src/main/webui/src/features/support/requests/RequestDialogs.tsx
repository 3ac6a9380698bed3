import { Select, Text, Textarea } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { assignRequest } from '../api/assignRequest';
import { escalateRequest } from '../api/escalateRequest';
import { requestCandidatesQuery } from '../api/requestCandidates';
import { resolveRequest } from '../api/resolveRequest';
import type { RequestDetails } from '../api/types';

interface Props {
  request: RequestDetails;
  opened: boolean;
  onClose: () => void;
}

function useDone() {
  const queryClient = useQueryClient();
  return async (message: string) => {
    await queryClient.invalidateQueries({ queryKey: ['request'] });
    toast.success(message);
  };
}

export function EscalateDialog({ request, opened, onClose }: Props) {
  const done = useDone();
  const { summary, path } = request;
  const next = path.find((layer) => layer.passage === 'AHEAD');
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Escalate ${summary.name}`}
      submitLabel="Escalate"
      initialValues={{ reason: '' }}
      onSubmit={async ({ reason }) => {
        await escalateRequest(summary.id, reason);
        await done(`${summary.name} is being escalated.`);
      }}
    >
      {(form) => (
        <>
          <Text>
            {next
              ? `It leaves ${summary.assignee?.name ?? 'this layer'} and goes to ${next.name}, where the rules choose who gets it.`
              : "This is the last layer: the team's lead is told, and the request stays with who has it."}
          </Text>
          <Textarea
            label="Reason"
            description="Shown to whoever gets it next."
            maxLength={500}
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}

export function ResolveDialog({ request, opened, onClose }: Props) {
  const done = useDone();
  const { summary } = request;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Resolve ${summary.name}`}
      submitLabel="Resolve request"
      initialValues={{ text: '' }}
      onSubmit={async ({ text }) => {
        await resolveRequest(summary.id, text);
        await done(`${summary.name} is resolved.`);
      }}
    >
      {(form) => (
        <>
          <Text>The customer gets a mail. A resolved request cannot be opened again.</Text>
          <Textarea
            label="Last message to the customer"
            autosize
            minRows={3}
            maxRows={10}
            maxLength={10000}
            {...form.getInputProps('text')}
          />
        </>
      )}
    </FormDialog>
  );
}

export function AssignDialog({ request, opened, onClose }: Props) {
  const done = useDone();
  const { summary } = request;
  const { data: candidates = [] } = useQuery({ ...requestCandidatesQuery(summary.id), enabled: opened });
  const layers = [...new Set(candidates.map(({ layer }) => layer))];
  const options = layers.map((layer) => ({
    group: layer,
    items: candidates
      .filter((candidate) => candidate.layer === layer)
      .map(({ userId, name, openRequests, refusal }) => ({
        value: userId,
        label: refusal ?? `${name}, ${openRequests} open`,
        disabled: refusal !== null || userId === summary.assignee?.id,
      })),
  }));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Assign ${summary.name}`}
      submitLabel="Assign"
      initialValues={{ userId: null as string | null, reason: '' }}
      validate={{ userId: (value: string | null) => (value ? null : 'Choose a member of the team.') }}
      onSubmit={async ({ userId, reason }) => {
        if (!userId) return;
        await assignRequest(summary.id, userId, reason);
        await done(`${summary.name} is assigned.`);
      }}
    >
      {(form) => (
        <>
          {summary.assignee && (
            <Text>{summary.assignee.name} has it now, and is told that it goes to somebody else.</Text>
          )}
          <Select
            label="Member"
            description={`Members of ${summary.team.name}, by layer, and its lead.`}
            required
            searchable
            data={options}
            {...form.getInputProps('userId')}
          />
          <Textarea label="Reason" description="Shown to both." maxLength={500} {...form.getInputProps('reason')} />
        </>
      )}
    </FormDialog>
  );
}
