import { Text, Textarea } from '@mantine/core';
import type { ReactNode } from 'react';
import { FormDialog } from '@/shared/components/FormDialog';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  submitLabel: string;
  /** What will happen. */
  children: ReactNode;
  onSubmit: (reason: string) => Promise<unknown>;
}

/** Asks why, before something is taken off the list. */
export function ReasonDialog({ opened, onClose, title, submitLabel, children, onSubmit }: Props) {
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={title}
      submitLabel={submitLabel}
      initialValues={{ reason: '' }}
      validate={{ reason: (value) => (value.trim() ? null : 'Expected a reason: others will ask for it.') }}
      onSubmit={async ({ reason }) => {
        await onSubmit(reason.trim());
      }}
    >
      {(form) => (
        <>
          <Text>{children}</Text>
          <Textarea
            label="Why?"
            required
            autosize
            minRows={2}
            maxLength={500}
            data-autofocus
            {...form.getInputProps('reason')}
          />
        </>
      )}
    </FormDialog>
  );
}
