import { useEffect, useState } from 'react';

const tickMillis = 30_000;

/** The time, looked at again twice a minute, for what is due. */
export function useNow(): Date {
  const [now, setNow] = useState(() => new Date());
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), tickMillis);
    return () => clearInterval(timer);
  }, []);
  return now;
}
