import type Modeler from 'bpmn-js/lib/Modeler';
import { useEffect, useImperativeHandle, useRef, type Ref } from 'react';
import type { DiagramProblem } from '../api/publishing';
import type { Template } from '../api/templates';
import { createModeler } from './createModeler';
import classes from './DiagramEditor.module.css';
import { fit } from './modules';
import { showProblems } from './problemMarks';

export interface EditorHandle {
  /** The diagram as it stands. */
  xml: () => Promise<string>;
  /** Replaces the diagram, for example by an uploaded one; rejects when it cannot be read. */
  load: (xml: string) => Promise<void>;
  /** Selects an element and brings it into view. */
  goTo: (elementId: string) => void;
}

interface Props {
  xml: string;
  templates: Template[];
  problems: DiagramProblem[];
  onChange: () => void;
  ref: Ref<EditorHandle>;
}

const besidePalette = { left: 70, smallest: 0.6 };

/** The modeler and its properties panel. The diagram lives in the modeler; the page asks for it when it needs it. */
export default function DiagramEditor({ xml, templates, problems, onChange, ref }: Props) {
  const canvas = useRef<HTMLDivElement>(null);
  const properties = useRef<HTMLDivElement>(null);
  const modeler = useRef<Modeler>(null);
  const latest = useRef({ onChange, problems });
  useEffect(() => {
    latest.current = { onChange, problems };
  });

  useEffect(() => {
    const created = createModeler(canvas.current!, properties.current!, templates);
    modeler.current = created;
    let gone = false;
    void created.importXML(xml).then(() => {
      if (gone) return;
      fit(created, besidePalette);
      showProblems(created, latest.current.problems);
    });
    created.on('commandStack.changed', () => latest.current.onChange());
    return () => {
      gone = true;
      modeler.current = null;
      created.destroy();
    };
  }, [xml, templates]);

  useEffect(() => {
    if (modeler.current?.getDefinitions()) showProblems(modeler.current, problems);
  }, [problems]);

  useImperativeHandle(
    ref,
    () => ({
      xml: async () => (await modeler.current!.saveXML({ format: true })).xml ?? '',
      load: async (text) => {
        await modeler.current!.importXML(text);
        fit(modeler.current!, besidePalette);
        latest.current.onChange();
      },
      goTo: (elementId) => goTo(modeler.current!, elementId),
    }),
    [],
  );

  return (
    <div className={classes.editor}>
      <div ref={canvas} className={`pf-canvas ${classes.canvas}`} role="application" aria-label="Diagram" />
      <div ref={properties} className={`pf-properties ${classes.properties}`} role="region" aria-label="Properties" />
    </div>
  );
}

function goTo(modeler: Modeler, elementId: string) {
  const element = (modeler.get('elementRegistry') as { get(id: string): unknown }).get(elementId);
  if (!element) return;
  (modeler.get('canvas') as { scrollToElement(element: unknown): void }).scrollToElement(element);
  (modeler.get('selection') as { select(element: unknown): void }).select(element);
}
