import { Button, Group, Stack, type MantineSize } from '@mantine/core';
import type { UseFormInput, UseFormReturnType } from '@mantine/form';
import type { ReactNode } from 'react';
import { Dialog } from './Dialog';
import { useProblemForm } from '../hooks/useProblemForm';
import { ProblemAlert } from './ProblemAlert';

interface Props<Values> {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** A verb: "Add contact". */
  submitLabel: string;
  initialValues: Values;
  validate?: UseFormInput<Values>['validate'];
  /** Sends the values; refusals appear at the fields, otherwise the dialog closes. */
  onSubmit: (values: Values) => Promise<unknown>;
  size?: MantineSize;
  children: (form: UseFormReturnType<Values>) => ReactNode;
}

/** `<FormDialog ...>{(form) => <TextInput label="Name" {...form.getInputProps('name')} />}</FormDialog>` */
export function FormDialog<Values extends Record<string, unknown>>(props: Props<Values>) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} size={props.size}>
      <Fields {...props} />
    </Dialog>
  );
}

function Fields<Values extends Record<string, unknown>>({
  onClose,
  title,
  submitLabel,
  initialValues,
  validate,
  onSubmit,
  children,
}: Props<Values>) {
  const settings = { draft: title, initialValues, validate };
  const { form, problem, busy, submit, drop } = useProblemForm<Values>(settings, async (values) => {
    await onSubmit(values);
    onClose();
  });
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert error={problem} />
        {children(form)}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              drop();
              onClose();
            }}
          >
            Cancel
          </Button>
          <Button type="submit" loading={busy}>
            {submitLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
