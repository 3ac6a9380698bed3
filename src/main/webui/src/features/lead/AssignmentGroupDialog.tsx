import { ActionIcon, Group, Input, NumberInput, SegmentedControl, Select, Stack, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { changeAssignmentGroup, createAssignmentGroup, type AssignmentGroup } from './api/assignmentGroups';
import { partnerUsersQuery } from './api/partnerUsers';
import { queuesQuery } from './api/queues';

interface Props {
  /** None to add one. */
  group: AssignmentGroup | undefined;
  onClose: () => void;
}

type Kind = AssignmentGroup['kind'];

interface Values extends Record<string, unknown> {
  name: string;
  kind: Kind;
  members: { id: string; weight: number }[];
}

export function AssignmentGroupDialog({ group, onClose }: Props) {
  const queryClient = useQueryClient();
  const { data: people = [] } = useQuery(partnerUsersQuery);
  const { data: queues = [] } = useQuery(queuesQuery);
  const choicesOf = (kind: Kind) =>
    kind === 'QUEUES' ? queues.map((queue) => ({ value: queue.id, label: queue.name })) : people;
  return (
    <FormDialog<Values>
      opened
      onClose={onClose}
      title={group ? `Edit the group ${group.name}` : 'Add round robin group'}
      submitLabel={group ? 'Save group' : 'Add group'}
      initialValues={{
        name: group?.name ?? '',
        kind: group?.kind ?? 'PARTNER_USERS',
        members: group?.members.map(({ id, weight }) => ({ id, weight })) ?? [],
      }}
      validate={{
        name: (value) => (value.trim() ? null : 'Expected a name; the assignment table names the group by it.'),
      }}
      onSubmit={async ({ name, kind, members }) => {
        if (group) await changeAssignmentGroup(group.id, { name, members, version: group.version });
        else await createAssignmentGroup({ name, kind, members });
        await queryClient.invalidateQueries({ queryKey: ['assignment-group'] });
        toast.success(group ? 'Group saved.' : `Group ${name} added.`);
      }}
    >
      {(form) => {
        const { kind, members } = form.values;
        const choices = choicesOf(kind);
        const labelOf = (id: string) => choices.find((choice) => choice.value === id)?.label ?? id;
        return (
          <>
            <TextInput label="Name" required maxLength={100} data-autofocus {...form.getInputProps('name')} />
            {!group && (
              <Input.Wrapper label="Members are" labelElement="div">
                <SegmentedControl
                  aria-label="Members are"
                  fullWidth
                  value={kind}
                  onChange={(value) => form.setValues({ kind: value as Kind, members: [] })}
                  data={[
                    { value: 'PARTNER_USERS', label: 'Partner users' },
                    { value: 'QUEUES', label: 'Queues' },
                  ]}
                />
              </Input.Wrapper>
            )}
            <Stack gap="xs">
              {members.map((member, index) => (
                <Group key={member.id} gap="xs" wrap="nowrap">
                  <Text flex={1} truncate>
                    {labelOf(member.id)}
                  </Text>
                  <NumberInput
                    aria-label={`Weight of ${labelOf(member.id)}`}
                    w={84}
                    min={1}
                    max={100}
                    allowDecimal={false}
                    {...form.getInputProps(`members.${index}.weight`)}
                  />
                  <ActionIcon
                    aria-label={`Remove ${labelOf(member.id)}`}
                    onClick={() => form.removeListItem('members', index)}
                  >
                    <IconTrash size={16} aria-hidden />
                  </ActionIcon>
                </Group>
              ))}
              <Select
                label="Add a member"
                description="With twice the weight of another, a member gets twice as many leads. When members join or leave, the turns start afresh."
                searchable
                value={null}
                nothingFoundMessage="Nobody of this name"
                data={choices.filter((choice) => !members.some((member) => member.id === choice.value))}
                onChange={(id) => {
                  if (id) form.insertListItem('members', { id, weight: 1 });
                }}
                error={form.errors.members}
              />
            </Stack>
          </>
        );
      }}
    </FormDialog>
  );
}
