import { IconArrowDown, IconArrowUp, IconChevronsUp, IconMinus, type Icon } from '@tabler/icons-react';
import type { Priority } from '../api/types';
import { priorityWords } from '../words';
import classes from './PriorityMark.module.css';

const icons: Record<Priority, Icon> = {
  LOW: IconArrowDown,
  NORMAL: IconMinus,
  HIGH: IconArrowUp,
  URGENT: IconChevronsUp,
};

export function PriorityMark({ priority }: { priority: Priority }) {
  const Mark = icons[priority];
  return (
    <span className={classes.mark} data-priority={priority}>
      <Mark size={14} stroke={2.2} aria-hidden />
      {priorityWords[priority]}
    </span>
  );
}
