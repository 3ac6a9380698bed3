import type { ElementStanding } from '@/features/engine/api/attention';
import { recordPathOf } from '@/features/engine/attentionWords';
import type { Services } from './modules';

interface Overlays {
  remove(filter: { type: string }): void;
  add(elementId: string, type: string, overlay: { position: object; html: HTMLElement; scale: boolean }): string;
}
interface Registry {
  get(id: string): { parent?: unknown } | undefined;
}

const overlayType = 'standing';

/** "3 stand here, 1 of them cannot go on". */
export function standingWords({ tokens, failures }: ElementStanding): string {
  const stand = tokens > 0 && `${tokens} ${tokens === 1 ? 'stands' : 'stand'} here`;
  const fail = failures.length > 0 && `${failures.length} cannot go on`;
  return [stand, fail].filter(Boolean).join(', ');
}

/**
 * Puts the number of records that stand at each element there, and a red dot where some cannot go on: a click opens why, with a link to
 * each record.
 *
 * @param open goes to the page of a record
 */
export function showStanding(viewer: Services, elements: ElementStanding[], open: (path: string) => void) {
  const overlays = viewer.get('overlays') as Overlays;
  const registry = viewer.get('elementRegistry') as Registry;
  overlays.remove({ type: overlayType });
  for (const element of elements) {
    if (!registry.get(element.elementId)?.parent) continue; // of another version: the list names it
    overlays.add(element.elementId, overlayType, {
      position: { top: -12, left: -12 },
      html: markOf(element, open),
      scale: false,
    });
  }
}

function markOf(element: ElementStanding, open: (path: string) => void): HTMLElement {
  const root = document.createElement('div');
  root.className = 'pf-standing';
  const words = standingWords(element);
  if (element.tokens > 0) {
    const pill = document.createElement('span');
    pill.textContent = String(element.tokens);
    pill.title = words;
    root.append(pill);
  }
  if (element.failures.length > 0) root.append(failuresOf(element, words, open));
  return root;
}

function failuresOf(element: ElementStanding, words: string, open: (path: string) => void): HTMLElement {
  const root = document.createElement('div');
  root.className = 'pf-problem';
  root.dataset.severity = 'ERROR';
  const button = document.createElement('button');
  button.type = 'button';
  button.tabIndex = -1; // by keyboard, the list below the diagram says the same
  button.textContent = String(element.failures.length);
  button.setAttribute('aria-label', words);
  const list = document.createElement('div');
  list.role = 'group';
  for (const failure of element.failures.slice(0, 5)) {
    const line = document.createElement('p');
    const path = recordPathOf(failure);
    if (path) line.append(linkTo(path, failure.recordName ?? 'The record', open), ': ');
    line.append(failure.cause);
    list.append(line);
  }
  button.addEventListener('click', (event) => {
    event.stopPropagation();
    root.toggleAttribute('data-open');
  });
  root.append(button, list);
  return root;
}

function linkTo(path: string, name: string, open: (path: string) => void): HTMLElement {
  const link = document.createElement('a');
  link.href = path;
  link.textContent = name;
  link.tabIndex = -1;
  link.addEventListener('click', (event) => {
    event.preventDefault();
    open(path);
  });
  return link;
}
