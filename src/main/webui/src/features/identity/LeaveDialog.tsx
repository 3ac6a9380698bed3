import { Select, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { FormDialog } from '@/shared/components/FormDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import type { LeavingPreview } from './api/leaving';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** A verb: "Disable log-in". */
  confirmLabel: string;
  /** Names the preview: whose work, and what they would keep. */
  previewKey: string[];
  loadPreview: () => Promise<LeavingPreview>;
  onConfirm: (handOver: string | null) => Promise<unknown>;
  /** What happens to the person. */
  children: ReactNode;
}

/** Asks before somebody leaves, says what becomes of their work, and to whom it goes. */
export function LeaveDialog({
  opened,
  onClose,
  title,
  confirmLabel,
  previewKey,
  loadPreview,
  onConfirm,
  children,
}: Props) {
  const { data: preview, error } = useQuery({
    queryKey: ['leaving', ...previewKey],
    queryFn: loadPreview,
    enabled: opened,
    staleTime: 0,
  });
  const isNeeded = preview?.work.some(({ needed }) => needed) ?? false;
  const canBeChosen = preview?.work.some(({ duty }) => duty !== null) ?? false;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={title}
      submitLabel={confirmLabel}
      initialValues={{ handOver: null as string | null }}
      validate={{
        handOver: (value: string | null) => (isNeeded && !value ? 'Choose who takes it over.' : null),
      }}
      onSubmit={({ handOver }) => onConfirm(handOver)}
    >
      {(form) => (
        <Stack gap="sm">
          <ProblemAlert error={error} />
          <Text component="div">{children}</Text>
          {preview && <WorkList preview={preview} />}
          {preview && canBeChosen && (
            <Select
              label="Hand over to"
              description={
                preview.successors.length === 0
                  ? 'Nobody else can do all of this. Give somebody the role first.'
                  : 'Everybody who can do what is handed over.'
              }
              required={isNeeded}
              clearable={!isNeeded}
              searchable
              data={preview.successors.map(({ id, name }) => ({ value: id, label: name }))}
              {...form.getInputProps('handOver')}
            />
          )}
        </Stack>
      )}
    </FormDialog>
  );
}

function WorkList({ preview }: { preview: LeavingPreview }) {
  if (preview.work.length === 0) return <Text c="dimmed">They have no open work.</Text>;
  return (
    <ul aria-label="What they leave behind">
      {preview.work.map(({ kind, words, becomes }) => (
        <li key={kind}>
          <strong>{words}</strong> {becomes}
        </li>
      ))}
    </ul>
  );
}
