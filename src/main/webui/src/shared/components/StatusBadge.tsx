import {
  IconAlertCircle,
  IconCircleCheck,
  IconCircleDot,
  IconCircleX,
  IconClock,
  IconClockExclamation,
  type Icon,
} from '@tabler/icons-react';
import classes from './StatusBadge.module.css';

export type Tone = 'active' | 'waiting' | 'soon' | 'overdue' | 'won' | 'lost';

const icons: Record<Tone, Icon> = {
  active: IconCircleDot,
  waiting: IconClock,
  soon: IconClockExclamation,
  overdue: IconAlertCircle,
  won: IconCircleCheck,
  lost: IconCircleX,
};

interface Props {
  tone: Tone;
  /** The state in words; colour alone never says it. */
  children: string;
  icon?: Icon;
}

export function StatusBadge({ tone, children, icon }: Props) {
  const ToneIcon = icon ?? icons[tone];
  return (
    <span className={classes.badge} data-tone={tone}>
      <ToneIcon size={13} stroke={2} aria-hidden />
      {children}
    </span>
  );
}
