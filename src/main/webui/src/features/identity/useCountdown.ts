import { useEffect, useState } from 'react';

/** Seconds left of a wait; `start(reason, seconds)` begins it once for each reason, so it can be called while rendering. */
export function useCountdown(): [number, (reason: unknown, seconds: number) => void] {
  const [started, setStarted] = useState<unknown>(null);
  const [left, setLeft] = useState(0);
  useEffect(() => {
    if (left <= 0) return undefined;
    const timer = setTimeout(() => setLeft(left - 1), 1000);
    return () => clearTimeout(timer);
  }, [left]);
  return [
    left,
    (reason, seconds) => {
      if (reason === started) return;
      setStarted(reason);
      setLeft(Math.ceil(seconds));
    },
  ];
}
