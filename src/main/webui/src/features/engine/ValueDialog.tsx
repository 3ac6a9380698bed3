import { Select, Text, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { retryAttention, type AttentionItem } from './api/attention';
import { kindsOfValue, lackingName, valueOf, whyNoValue, type ValueKind } from './lackingValue';

interface Props {
  item: AttentionItem;
  opened: boolean;
  onClose: () => void;
}

/** Gives a process the value for want of which it cannot go on, and lets it be tried again. */
export function ValueDialog({ item, opened, onClose }: Props) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Try again with a value: ${item.recordName ?? item.elementName ?? item.recordId}`}
      submitLabel="Set and try again"
      initialValues={{ variables: lackingName(item.cause), kind: 'Text' as ValueKind, value: '' }}
      validate={{
        variables: (name) => (name.trim() ? null : 'Expected the name of the value, as the diagram calls it.'),
        value: (text, { kind }) => whyNoValue(text, kind),
      }}
      onSubmit={async ({ variables, kind, value }) => {
        await retryAttention(item.id, { [variables.trim()]: valueOf(value, kind) });
        await queryClient.invalidateQueries({ queryKey: ['attention'] });
        toast.success('The value is set, and it is tried again');
      }}
    >
      {(form) => (
        <>
          <Text>{item.cause}</Text>
          <TextInput label="Name" required maxLength={60} {...form.getInputProps('variables')} />
          <Select label="Kind" allowDeselect={false} data={[...kindsOfValue]} {...form.getInputProps('kind')} />
          <TextInput label="Value" required maxLength={1000} data-autofocus {...form.getInputProps('value')} />
        </>
      )}
    </FormDialog>
  );
}
