import { Alert } from '@mantine/core';
import { IconFileAlert } from '@tabler/icons-react';
import type { Problem } from '@/shared/api/problem';
import classes from './FindingList.module.css';

/** Why a spreadsheet was refused, place by place. */
export function UploadProblem({ problem, onClose }: { problem: Problem | null; onClose: () => void }) {
  if (!problem) return null;
  return (
    <Alert
      role="alert"
      color="red"
      variant="light"
      icon={<IconFileAlert size={18} />}
      title="The file was not taken over; the draft is as before"
      withCloseButton
      closeButtonLabel="Close"
      onClose={onClose}
      styles={{
        root: { backgroundColor: 'var(--pf-overdue-soft)' },
        icon: { color: 'var(--pf-overdue)' },
        title: { color: 'var(--pf-text)' },
        message: { color: 'var(--pf-text)' },
      }}
    >
      {problem.violations.length > 0 ? (
        <ul className={classes.list}>
          {problem.violations.map(({ field, message }) => (
            <li key={`${field} ${message}`}>
              <span>
                <strong>{field}:</strong> {message}
              </span>
            </li>
          ))}
        </ul>
      ) : (
        problem.message
      )}
    </Alert>
  );
}
