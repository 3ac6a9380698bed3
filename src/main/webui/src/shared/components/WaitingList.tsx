import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import classes from './WaitingList.module.css';

export interface WaitingItem {
  id: string;
  to: string;
  title: string;
  note?: ReactNode;
  state?: ReactNode;
}

/** A short list of links for a panel of the start page. */
export function WaitingList({ items }: { items: WaitingItem[] }) {
  if (items.length === 0) return null;
  return (
    <ul className={classes.list}>
      {items.map(({ id, to, title, note, state }) => (
        <li key={id}>
          <Link to={to} className={classes.link}>
            <span className={classes.title}>{title}</span>
            {note && <span className={classes.note}>{note}</span>}
            {state}
          </Link>
        </li>
      ))}
    </ul>
  );
}
