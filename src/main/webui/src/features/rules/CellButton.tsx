import { Popover } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import type { TableProblem } from './api/draft';
import classes from './RuleTable.module.css';

interface Props {
  label: string;
  /** What the cell says. */
  words: string;
  empty: boolean;
  severity: TableProblem['severity'] | undefined;
  readOnly: boolean;
  width: number;
  /** The fields that change the cell. */
  children: ReactNode;
}

/** A cell of the table as a button; pressed, it opens its fields, and Enter closes them. */
export function CellButton({ label, words, empty, severity, readOnly, width, children }: Props) {
  const [opened, setOpened] = useState(false);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={width}>
      <Popover.Target>
        <button
          type="button"
          className={classes.cell}
          data-cell
          data-any={empty || undefined}
          data-severity={severity}
          aria-label={`${label}: ${words}`}
          title={words}
          disabled={readOnly}
          onClick={() => setOpened((before) => !before)}
        >
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            setOpened(false);
          }}
        >
          {children}
          <button type="submit" className="pf-visually-hidden">
            Done
          </button>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
