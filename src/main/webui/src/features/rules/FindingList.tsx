import { IconAlertCircle, IconAlertTriangle, IconInfoCircle, type Icon } from '@tabler/icons-react';
import type { TableProblem } from './api/draft';
import classes from './FindingList.module.css';

const marks: Record<TableProblem['severity'], { icon: Icon; word: string }> = {
  ERROR: { icon: IconAlertCircle, word: 'Error' },
  WARNING: { icon: IconAlertTriangle, word: 'Warning' },
  INFO: { icon: IconInfoCircle, word: 'Note' },
};

/** What the checks found; each with its weight as an icon and a word. */
export function FindingList({ problems, label = 'Findings' }: { problems: TableProblem[]; label?: string }) {
  return (
    <ul className={classes.list} aria-label={label}>
      {problems.map((problem) => {
        const { icon: MarkIcon, word } = marks[problem.severity];
        return (
          <li key={`${problem.kind} ${problem.column} ${problem.message}`} data-severity={problem.severity}>
            <MarkIcon size={15} aria-hidden className={classes.icon} />
            <span>
              <strong>{word}:</strong> {problem.message}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
