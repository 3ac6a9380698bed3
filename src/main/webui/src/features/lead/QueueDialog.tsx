import { MultiSelect, Textarea, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { partnerUsersQuery } from './api/partnerUsers';
import { changeQueue, createQueue, type Queue } from './api/queues';

interface Props {
  /** None to add one. */
  queue: Queue | undefined;
  onClose: () => void;
}

export function QueueDialog({ queue, onClose }: Props) {
  const queryClient = useQueryClient();
  const { data: people = [] } = useQuery(partnerUsersQuery);
  return (
    <FormDialog
      opened
      onClose={onClose}
      title={queue ? `Edit the queue ${queue.name}` : 'Add queue'}
      submitLabel={queue ? 'Save queue' : 'Add queue'}
      initialValues={{
        name: queue?.name ?? '',
        description: queue?.description ?? '',
        members: queue?.members.map((member) => member.id) ?? [],
      }}
      validate={{
        name: (value) => (value.trim() ? null : 'Expected a name; the assignment table names the queue by it.'),
      }}
      onSubmit={async (values) => {
        if (queue) await changeQueue(queue.id, { ...values, version: queue.version });
        else await createQueue(values);
        await queryClient.invalidateQueries({ queryKey: ['queue'] });
        toast.success(queue ? 'Queue saved.' : `Queue ${values.name} added.`);
      }}
    >
      {(form) => (
        <>
          <TextInput label="Name" required maxLength={100} data-autofocus {...form.getInputProps('name')} />
          <Textarea label="Description" autosize minRows={2} maxLength={1000} {...form.getInputProps('description')} />
          <MultiSelect
            label="Members"
            description="Partner users who see its leads and take them."
            searchable
            clearable
            hidePickedOptions
            nothingFoundMessage="No partner user of this name"
            data={people}
            {...form.getInputProps('members')}
          />
        </>
      )}
    </FormDialog>
  );
}
