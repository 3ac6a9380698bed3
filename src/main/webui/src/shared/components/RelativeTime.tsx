import { Tooltip } from '@mantine/core';
import { useEffect, useState } from 'react';
import { exactTime, relativeTime } from '../time';

interface Props {
  /** ISO-8601; a dash is shown for none. */
  at: string | null | undefined;
}

const tickMillis = 30_000;

/** "3 hours ago", kept up to date, with the exact time on hover. */
export function RelativeTime({ at }: Props) {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMillis);
    return () => clearInterval(timer);
  }, []);
  if (!at) return <span aria-label="none">–</span>;
  return (
    <Tooltip label={exactTime(at)}>
      <time dateTime={at}>{relativeTime(at, now)}</time>
    </Tooltip>
  );
}
