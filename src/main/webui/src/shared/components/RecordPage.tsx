import type { ReactNode } from 'react';
import classes from './Page.module.css';
import { RecordHeader, type RecordHeaderProps } from './RecordHeader';

interface Props extends RecordHeaderProps {
  /** Usually `Tabs`, so that the record's parts are one click away. */
  children: ReactNode;
}

/** The page of one record: its header, and below it whatever belongs to it. */
export function RecordPage({ children, ...header }: Props) {
  return (
    <div className={classes.page}>
      <RecordHeader {...header} />
      {children}
    </div>
  );
}
