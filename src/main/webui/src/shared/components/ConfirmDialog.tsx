import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { Problem } from '../api/problem';
import { Dialog } from './Dialog';
import { ProblemAlert } from './ProblemAlert';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  /** What will happen, and whether it can be undone. */
  children: ReactNode;
  /** A verb: "Remove partner". */
  confirmLabel: string;
  onConfirm: () => unknown;
  danger?: boolean;
  /** For what cannot be undone: the words that have to be typed out first. */
  typeToConfirm?: string;
}

export function ConfirmDialog(props: Props) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={props.title} size="md">
      <Question {...props} />
    </Dialog>
  );
}

function Question({ onClose, children, confirmLabel, onConfirm, danger = false, typeToConfirm }: Props) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [typed, setTyped] = useState('');

  async function confirm() {
    setBusy(true);
    setProblem(null);
    try {
      await onConfirm();
      onClose();
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void confirm();
      }}
    >
      <Stack gap="md">
        <ProblemAlert error={problem} />
        <Text component="div">{children}</Text>
        {typeToConfirm && (
          <TextInput
            label={`Type "${typeToConfirm}" to go on`}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
            autoComplete="off"
            data-autofocus
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose} data-autofocus={typeToConfirm ? undefined : true}>
            Cancel
          </Button>
          <Button
            type="submit"
            color={danger ? 'red' : undefined}
            loading={busy}
            disabled={typeToConfirm !== undefined && typed.trim() !== typeToConfirm}
          >
            {confirmLabel}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
