import { Alert, Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { lazy, Suspense, useEffect, useState } from 'react';
import { standingQuery, type ElementStanding } from '@/features/engine/api/attention';
import { recordPathOf } from '@/features/engine/attentionWords';
import { Section } from '@/shared/components/Section';
import { useCan } from '@/shared/session';

const DiagramView = lazy(() => import('./modeler/DiagramView'));

interface Props {
  xml: string;
  label: string;
  processId: string;
  /** For one record only. */
  recordId?: string;
}

/** A diagram with what stands at its elements, for those who see what needs attention; others see the diagram. */
export function StandingDiagram({ xml, label, processId, recordId }: Props) {
  const can = useCan();
  const navigate = useNavigate();
  const [viewer, setViewer] = useState<NavigatedViewer | null>(null);
  const mayLook = can('attention:view');
  const standing = useQuery({ ...standingQuery(processId, recordId), enabled: mayLook });
  const data = mayLook ? standing.data : undefined;
  useEffect(() => {
    if (!viewer || !data) return undefined;
    let gone = false;
    void import('./modeler/standingMarks').then(({ showStanding }) => {
      if (!gone) showStanding(viewer, data.elements, (path) => void navigate({ to: path }));
    });
    return () => {
      gone = true;
    };
  }, [viewer, data, navigate]);
  return (
    <>
      <Suspense fallback={<Skeleton height={360} />}>
        <DiagramView xml={xml} label={label} onDrawn={setViewer} />
      </Suspense>
      {data && !data.tokensKnown && (
        <Alert mt="sm" variant="light">
          The process engine does not tell where records stand just now, so the counts may be missing.
        </Alert>
      )}
      {data && <Failures elements={data.elements} />}
    </>
  );
}

/** What the marks on the diagram say, in words. */
export function Failures({ elements }: { elements: ElementStanding[] }) {
  const failures = elements.flatMap((element) => element.failures);
  if (failures.length === 0) return null;
  return (
    <Section title="What cannot go on">
      <ul>
        {failures.map((failure) => {
          const path = recordPathOf(failure);
          const name = failure.recordName ?? 'A record';
          return (
            <li key={failure.id}>
              {path ? <Link to={path}>{name}</Link> : name}: {failure.cause}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
