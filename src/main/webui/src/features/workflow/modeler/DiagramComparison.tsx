import type NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useCallback, useRef, useState } from 'react';
import { Section } from '@/shared/components/Section';
import DiagramView from './DiagramView';
import { changesBetween, type Change } from './changes';
import type { Services } from './modules';

interface Side {
  title: string;
  xml: string;
}

/** Two versions, one above the other, with what is different marked on both and listed in words. */
export default function DiagramComparison({ before, after }: { before: Side; after: Side }) {
  const viewers = useRef<{ before?: NavigatedViewer; after?: NavigatedViewer }>({});
  const [changes, setChanges] = useState<Change[] | null>(null);

  const drawn = useCallback((side: 'before' | 'after', viewer: NavigatedViewer) => {
    viewers.current[side] = viewer;
    const { before: older, after: newer } = viewers.current;
    if (!older || !newer) return;
    const found = changesBetween(older.getDefinitions(), newer.getDefinitions());
    found.forEach((change) => {
      if (change.kind === 'moved') return;
      if (change.kind !== 'added') mark(older, change.formerId, change.kind);
      if (change.kind !== 'removed') mark(newer, change.elementId, change.kind);
    });
    setChanges(found);
  }, []);

  const height = 'max(18rem, calc(50vh - 10rem))';
  return (
    <>
      {([['before', before] as const, ['after', after] as const] as const).map(([side, { title, xml }]) => (
        <Section key={side} title={title} flush>
          <DiagramView xml={xml} label={title} height={height} onDrawn={(viewer) => drawn(side, viewer)} />
        </Section>
      ))}
      <Section title="What is different">
        {changes?.length === 0 && <p>Nothing: the two diagrams are the same.</p>}
        <ul>
          {changes?.map((change) => (
            <li key={`${change.kind} ${change.elementId}`}>
              {change.words}
              {change.differences.length > 0 && (
                <ul>
                  {change.differences.map((difference) => (
                    <li key={difference.what}>
                      {difference.what}: <Value text={difference.before} /> became <Value text={difference.after} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      </Section>
    </>
  );
}

function Value({ text }: { text: string }) {
  return text === '' ? 'nothing' : <q>{text}</q>;
}

function mark(viewer: Services, elementId: string | null, kind: Change['kind']) {
  const registry = viewer.get('elementRegistry') as { get(id: string): unknown };
  const canvas = viewer.get('canvas') as { addMarker(id: string, marker: string): void };
  if (elementId && registry.get(elementId)) canvas.addMarker(elementId, `pf-${kind}`);
}
