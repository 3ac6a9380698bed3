import { Button, Group } from '@mantine/core';

interface Props {
  message: string;
  onUndo: (() => void) | undefined;
}

export function ToastBody({ message, onUndo }: Props) {
  return (
    <Group justify="space-between" gap="sm" wrap="nowrap">
      <span>{message}</span>
      {onUndo && (
        <Button size="compact-sm" variant="subtle" onClick={onUndo}>
          Undo
        </Button>
      )}
    </Group>
  );
}
