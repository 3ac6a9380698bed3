import { Loader, Text, UnstyledButton } from '@mantine/core';
import { IconAlertCircle, IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { DiagramProblem } from './api/publishing';
import classes from './ProblemList.module.css';

interface Props {
  problems: DiagramProblem[];
  busy: boolean;
  /** Shows the element on the diagram. */
  onOpen: (elementId: string) => void;
}

/** What is wrong in the diagram, in words; the same stands at the elements. */
export function ProblemList({ problems, busy, onOpen }: Props) {
  const errors = problems.filter((problem) => problem.severity === 'ERROR').length;
  return (
    <section className={classes.root} aria-label="Problems" aria-live="polite">
      <div className={classes.head}>
        {busy ? (
          <Loader size={14} role="img" aria-label="Checking" />
        ) : (
          errors === 0 && <IconCircleCheck size={16} aria-hidden />
        )}
        <Text size="sm">{summary(errors, problems.length - errors)}</Text>
      </div>
      {problems.length > 0 && (
        <ul className={classes.list}>
          {problems.map((problem, index) => (
            <li key={index}>
              <UnstyledButton
                className={classes.problem}
                data-severity={problem.severity}
                onClick={() => problem.elementId && onOpen(problem.elementId)}
              >
                {problem.severity === 'ERROR' ? (
                  <IconAlertCircle size={16} aria-label="Error" />
                ) : (
                  <IconAlertTriangle size={16} aria-label="Warning" />
                )}
                <span>{problem.message}</span>
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

export function summary(errors: number, warnings: number): string {
  const parts = [
    errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'} to mend before publishing`,
    warnings > 0 && `${warnings} ${warnings === 1 ? 'warning' : 'warnings'}`,
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(', ') : 'No problems found';
}
