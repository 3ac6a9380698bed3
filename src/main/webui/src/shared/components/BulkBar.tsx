import { ActionIcon, Group } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './BulkBar.module.css';

interface Props {
  count: number;
  onClear: () => void;
  children: ReactNode;
}

/** What can be done with the selected rows; floats at the bottom of the list. */
export function BulkBar({ count, onClear, children }: Props) {
  return (
    <div className={classes.bar} role="region" aria-label="Selected rows">
      <span className="pf-figures" aria-live="polite">
        {count.toLocaleString()} selected
      </span>
      <Group gap="xs">{children}</Group>
      <ActionIcon aria-label="Clear the selection" onClick={onClear} className={classes.clear}>
        <IconX size={16} />
      </ActionIcon>
    </div>
  );
}
