import { Tooltip } from '@mantine/core';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { exactTime, relativeTime } from '@/shared/time';
import { dueWords } from '../words';
import { useNow } from './useNow';

/** When the next thing is due, with a word and a colour; nothing when nothing is due. */
export function DueChip({ dueAt }: { dueAt: string | null }) {
  const now = useNow();
  if (!dueAt) return null;
  const { tone, words } = dueWords(dueAt, now, relativeTime);
  return (
    <Tooltip label={exactTime(dueAt)}>
      <span>
        <StatusBadge tone={tone}>{words}</StatusBadge>
      </span>
    </Tooltip>
  );
}
