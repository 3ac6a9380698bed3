import { IconArrowsMoveVertical, IconMinus, IconPencil, IconPlus, type Icon } from '@tabler/icons-react';
import type { Row } from './api/draft';
import type { TableForm } from './api/form';
import type { Difference } from './api/versions';
import classes from './DifferenceList.module.css';
import { changedInWords, rowInWords } from './words';

const icons: Record<Difference['change'], Icon> = {
  ADDED: IconPlus,
  REMOVED: IconMinus,
  CHANGED: IconPencil,
  MOVED: IconArrowsMoveVertical,
};

/** What differs between two tables, row by row. */
export function DifferenceList({ differences, form }: { differences: Difference[]; form: TableForm }) {
  if (differences.length === 0) return <p className={classes.same}>The rows are the same.</p>;
  return (
    <ul className={classes.list}>
      {differences.map((difference) => {
        const ChangeIcon = icons[difference.change];
        return (
          <li key={`${difference.numberBefore}-${difference.numberAfter}`} data-change={difference.change}>
            <ChangeIcon size={15} aria-hidden className={classes.icon} />
            <div>
              <strong>{headline(difference, form)}</strong>
              {difference.before && difference.change !== 'MOVED' && (
                <RowLine row={difference.before} form={form} gone />
              )}
              {difference.after && <RowLine row={difference.after} form={form} />}
            </div>
          </li>
        );
      })}
    </ul>
  );
}

function RowLine({ row, form, gone = false }: { row: Row; form: TableForm; gone?: boolean }) {
  const text = `${rowInWords(row, form)}${row.on ? '' : ' (off)'}${row.comment ? ` – ${row.comment}` : ''}`;
  return <div className={classes.row}>{gone ? <del>{text}</del> : text}</div>;
}

function headline({ change, numberBefore, numberAfter, columns }: Difference, form: TableForm): string {
  switch (change) {
    case 'ADDED':
      return `Row ${numberAfter} is new`;
    case 'REMOVED':
      return `Row ${numberBefore} is gone`;
    case 'MOVED':
      return `Row ${numberBefore} is now row ${numberAfter}`;
    case 'CHANGED':
      return `Row ${numberAfter}: ${changedInWords(columns, form.columns)} changed`;
  }
}
