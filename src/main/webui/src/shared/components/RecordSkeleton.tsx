import { Skeleton } from '@mantine/core';
import classes from './Page.module.css';

/** Stands for a `RecordPage` while its record is loaded. */
export function RecordSkeleton() {
  return (
    <div className={classes.page} role="status" aria-label="Loading">
      <Skeleton height={22} width="35%" />
      <Skeleton height={14} width="55%" />
      <Skeleton height={180} mt="md" />
    </div>
  );
}
