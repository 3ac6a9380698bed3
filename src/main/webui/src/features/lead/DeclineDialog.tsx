import { Chip, Group, Input, Textarea } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import { declineLead } from './api/answerLead';
import type { Lead } from './api/leads';

const usualReasons = [
  'Outside our region',
  'No capacity at present',
  'Not our product',
  'We know them and it will not work',
];

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
  onDeclined: () => void;
}

export function DeclineDialog({ lead, opened, onClose, onDeclined }: Props) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Decline ${lead.company}`}
      submitLabel="Decline lead"
      initialValues={{ reason: '' }}
      validate={{ reason: (value) => (value.trim() ? null : 'Expected a reason: it helps to send you better leads.') }}
      onSubmit={async ({ reason }) => {
        await declineLead(lead.id, reason.trim());
        onDeclined();
      }}
    >
      {(form) => (
        <>
          <Input.Wrapper label="Usual reasons" labelElement="div">
            <Chip.Group
              value={form.values.reason}
              onChange={(reason) => form.setFieldValue('reason', reason as string)}
            >
              <Group gap="xs" mt={4}>
                {usualReasons.map((reason) => (
                  <Chip key={reason} value={reason} size="sm" variant="outline">
                    {reason}
                  </Chip>
                ))}
              </Group>
            </Chip.Group>
          </Input.Wrapper>
          <Textarea
            label="Why do you decline it?"
            description="It is offered to somebody else, and not to you again."
            required
            autosize
            minRows={2}
            maxLength={1000}
            data-autofocus
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
