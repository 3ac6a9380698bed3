import type { DiagramProblem } from '../api/publishing';
import type { Services } from './modules';

interface Overlays {
  remove(filter: { type: string }): void;
  add(elementId: string, type: string, overlay: { position: object; html: HTMLElement; scale: boolean }): string;
}
interface Registry {
  get(id: string): { waypoints?: { x: number; y: number }[]; x: number; y: number; parent?: unknown } | undefined;
}

const overlayType = 'problem';

/** Puts a red dot at each element that has a problem; a click opens the message. */
export function showProblems(viewer: Services, problems: DiagramProblem[]) {
  const overlays = viewer.get('overlays') as Overlays;
  const registry = viewer.get('elementRegistry') as Registry;
  overlays.remove({ type: overlayType });
  for (const [elementId, ofElement] of byElement(problems)) {
    if (!registry.get(elementId)?.parent) continue; // the process itself has no place: the list names it
    overlays.add(elementId, overlayType, { position: { top: -12, right: 12 }, html: mark(ofElement), scale: false });
  }
}

export function byElement(problems: DiagramProblem[]): Map<string, DiagramProblem[]> {
  const found = new Map<string, DiagramProblem[]>();
  for (const problem of problems) {
    if (problem.elementId) found.set(problem.elementId, [...(found.get(problem.elementId) ?? []), problem]);
  }
  return found;
}

function mark(problems: DiagramProblem[]): HTMLElement {
  const text = problems.map((problem) => problem.message).join('\n\n');
  const root = document.createElement('div');
  root.className = 'pf-problem';
  root.dataset.severity = problems.some((problem) => problem.severity === 'ERROR') ? 'ERROR' : 'WARNING';
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1; // by keyboard, the list below the diagram says the same
  button.textContent = '!';
  button.setAttribute('aria-label', text);
  const message = document.createElement('div');
  message.role = 'tooltip';
  message.style.whiteSpace = 'pre-line';
  message.textContent = text;
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    root.toggleAttribute('data-open');
  });
  button.addEventListener('blur', () => root.removeAttribute('data-open'));
  root.append(button, message);
  return root;
}
