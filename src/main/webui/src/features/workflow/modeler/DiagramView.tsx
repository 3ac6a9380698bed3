import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import { useEffect, useRef } from 'react';
import { commonModules, commonOptions, fit } from './modules';

interface Props {
  xml: string;
  /** For screen readers. */
  label: string;
  height?: string;
  /** Called when the diagram is drawn, with the viewer for marks on it. */
  onDrawn?: (viewer: NavigatedViewer) => void;
}

/** A diagram to look at: it can be moved and zoomed, but not changed. */
export default function DiagramView({ xml, label, height = 'max(22rem, calc(100vh - 22rem))', onDrawn }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const drawn = useRef(onDrawn);
  useEffect(() => {
    drawn.current = onDrawn;
  });

  useEffect(() => {
    const viewer = new NavigatedViewer({
      container: container.current!,
      ...commonOptions,
      additionalModules: commonModules,
    });
    let gone = false;
    void viewer.importXML(xml).then(() => {
      if (gone) return;
      fit(viewer);
      drawn.current?.(viewer);
    });
    return () => {
      gone = true;
      viewer.destroy();
    };
  }, [xml]);

  return <div ref={container} className="pf-canvas" role="region" aria-label={label} style={{ height }} />;
}
