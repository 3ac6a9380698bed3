import { StatusBadge } from '@/shared/components/StatusBadge';

interface Props {
  state: 'OPEN' | 'WON' | 'LOST';
  stage: string;
  moving: boolean;
  waiting?: boolean;
}

/** Where a deal stands, in words: its stage, or how it ended. */
export function DealState({ state, stage, moving, waiting = false }: Props) {
  if (state === 'WON') return <StatusBadge tone="won">Won</StatusBadge>;
  if (state === 'LOST') return <StatusBadge tone="lost">Lost</StatusBadge>;
  if (waiting) return <StatusBadge tone="waiting">{`Waits before ${stage}`}</StatusBadge>;
  if (moving) return <StatusBadge tone="waiting">{`Moving to ${stage}`}</StatusBadge>;
  return <StatusBadge tone="active">{stage}</StatusBadge>;
}
