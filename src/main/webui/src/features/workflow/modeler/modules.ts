import type BaseViewer from 'bpmn-js/lib/BaseViewer';
import ElementTemplateIconRenderer from '@bpmn-io/element-template-icon-renderer';
import zeebe from 'zeebe-bpmn-moddle/resources/zeebe.json';
import 'bpmn-js/dist/assets/diagram-js.css';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css';
import './diagram.css';

export type Services = Pick<BaseViewer, 'get'>;

/** What every canvas of ours has in common: the extension elements that it knows, and colours that follow light and dark. */
/** Draws the icons of our building blocks. */
export const commonModules = [ElementTemplateIconRenderer];

export const commonOptions = {
  moddleExtensions: { zeebe },
  bpmnRenderer: {
    defaultFillColor: 'var(--pf-surface)',
    defaultStrokeColor: 'var(--pf-text)',
    defaultLabelColor: 'var(--pf-text)',
  },
};

interface Canvas {
  viewbox(): { inner: Box; outer: { width: number; height: number } };
  viewbox(box: Box): unknown;
}
interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

const margin = 30;

/**
 * Shows the whole diagram, in the middle, but never larger than it was drawn, nor smaller than `smallest`: then it begins at the left.
 *
 * @param left what lies over the canvas at its left side, in pixels
 */
export function fit(viewer: Services, { left = 0, smallest = 0.2 } = {}) {
  const canvas = viewer.get('canvas') as Canvas;
  const { inner, outer } = canvas.viewbox();
  if (outer.width === 0 || inner.width === 0) return;
  const fitting = Math.min(
    (outer.width - left - 2 * margin) / inner.width,
    (outer.height - 2 * margin) / inner.height,
    1,
  );
  const scale = Math.max(fitting, smallest);
  const spareX = Math.max(0, outer.width - left - 2 * margin - inner.width * scale) / 2;
  const spareY = (outer.height - inner.height * scale) / 2;
  canvas.viewbox({
    x: inner.x - (left + margin + spareX) / scale,
    y: inner.y - spareY / scale,
    width: outer.width / scale,
    height: outer.height / scale,
  });
}
