import { useCallback, useEffect, useRef, useState } from 'react';
import { checkDiagram, type DiagramProblem } from './api/publishing';

const pauseMillis = 700;

/** Has the diagram checked by the server a moment after each change; the answer to an older state is dropped. */
export function useDiagramCheck(workflowId: string, read: () => Promise<string | null>) {
  const [problems, setProblems] = useState<DiagramProblem[]>([]);
  const [busy, setBusy] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const asked = useRef(0);

  const run = useCallback(async () => {
    const question = ++asked.current;
    try {
      const xml = await read();
      const result = xml === null ? null : await checkDiagram(workflowId, xml);
      if (result && question === asked.current) setProblems(result.problems);
    } catch {
      // Without an answer the last one stays; publishing checks again.
    } finally {
      if (question === asked.current) setBusy(false);
    }
  }, [workflowId, read]);

  const soon = useCallback(() => {
    setBusy(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => void run(), pauseMillis);
  }, [run]);

  useEffect(() => () => clearTimeout(timer.current), []);

  return { problems, busy, soon, show: setProblems };
}
