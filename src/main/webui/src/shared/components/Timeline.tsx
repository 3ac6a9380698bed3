import { IconPoint, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { RelativeTime } from './RelativeTime';
import classes from './Timeline.module.css';

export interface TimelineEntry {
  id: string;
  /** Who and what, as a sentence. */
  title: ReactNode;
  at: string;
  icon?: Icon;
  body?: ReactNode;
}

/** What happened to a record, the latest first. */
export function Timeline({ entries, label = 'History' }: { entries: TimelineEntry[]; label?: string }) {
  return (
    <ol className={classes.timeline} aria-label={label}>
      {entries.map(({ id, title, at, icon: EntryIcon = IconPoint, body }) => (
        <li key={id} className={classes.entry}>
          <span className={classes.mark}>
            <EntryIcon size={14} aria-hidden />
          </span>
          <div className={classes.content}>
            <div className={classes.title}>
              <span>{title}</span>
              <span className={classes.when}>
                <RelativeTime at={at} />
              </span>
            </div>
            {body && <div className={classes.body}>{body}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}
