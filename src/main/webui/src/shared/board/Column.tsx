import { useDroppable } from '@dnd-kit/core';
import { IconBan } from '@tabler/icons-react';
import { Children, useId, type ReactNode } from 'react';
import classes from './Board.module.css';
import type { BoardColumn } from './moves';

interface Props {
  column: BoardColumn;
  count: number;
  emptyText: string;
  isTarget: boolean;
  /** Why the card that is moved just now cannot come here. */
  refusal: string | null;
  /** A card is being moved. */
  opened: boolean;
  /** Below the cards. */
  end?: ReactNode;
  children: ReactNode;
}

export function Column({ column, count, emptyText, isTarget, refusal, opened, end, children }: Props) {
  const { setNodeRef } = useDroppable({ id: column.id });
  const titleId = useId();
  return (
    <section
      ref={setNodeRef}
      data-column={column.id}
      className={classes.column}
      aria-labelledby={titleId}
      data-end={column.end || undefined}
      data-target={(isTarget && !refusal) || undefined}
      data-refused={refusal ? true : undefined}
      style={{ '--column-colour': column.colour }}
    >
      <header className={classes.columnHead}>
        <h2 id={titleId}>{column.title}</h2>
        <span className={classes.count}>{count}</span>
        {column.hint && <span className={classes.hint}>{column.hint}</span>}
        {column.summary && <span className={classes.summary}>{column.summary}</span>}
      </header>
      {refusal && (
        <p className={classes.refusal}>
          <IconBan size={14} aria-hidden />
          {refusal}
        </p>
      )}
      <ul className={classes.cards}>
        {children}
        {Children.count(children) === 0 && !refusal && (
          <li className={classes.empty}>{opened ? 'Drop here' : emptyText}</li>
        )}
        {end && <li className={classes.end}>{end}</li>}
      </ul>
    </section>
  );
}
