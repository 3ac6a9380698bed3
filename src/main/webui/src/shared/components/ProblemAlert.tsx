import { Alert, Button, Group } from '@mantine/core';
import { IconAlertTriangle, IconPlugConnectedX } from '@tabler/icons-react';
import { Problem } from '../api/problem';

interface Props {
  /** Anything that was thrown; nothing is shown for null. */
  error: unknown;
  /** What it is about, where there may be several: the name of a file. */
  about?: string;
  onRetry?: () => void;
}

export function ProblemAlert({ error, about, onRetry }: Props) {
  if (!error) return null;
  const problem = Problem.from(error);
  return (
    <Alert
      role="alert"
      color={problem.isUnreachable ? 'yellow' : 'red'}
      variant="light"
      icon={problem.isUnreachable ? <IconPlugConnectedX size={18} /> : <IconAlertTriangle size={18} />}
      styles={{
        root: {
          backgroundColor: problem.isUnreachable ? 'var(--pf-soon-soft)' : 'var(--pf-overdue-soft)',
          color: 'var(--pf-text)',
        },
        icon: { color: problem.isUnreachable ? 'var(--pf-soon)' : 'var(--pf-overdue)' },
        message: { color: 'var(--pf-text)' },
      }}
    >
      <Group justify="space-between" gap="sm" wrap="wrap">
        <span>
          {about && <strong>{about}: </strong>}
          {problem.message}
        </span>
        {onRetry && (
          <Button size="compact-sm" variant="default" onClick={onRetry}>
            Try again
          </Button>
        )}
      </Group>
    </Alert>
  );
}
