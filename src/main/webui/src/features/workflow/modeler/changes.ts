import { factsOf, isDiagramElement, isWhole, labelOf, type DiagramElement, type Fact } from './facts';

export interface Difference {
  /** "Due in", "Timer waits for". */
  what: string;
  /** Empty where there was, or is, nothing. */
  before: string;
  after: string;
}

export interface Change {
  /** Null for the workflow as a whole: a mark on it would colour everything that is in it. */
  elementId: string | null;
  /** By which the older diagram calls it. */
  formerId: string | null;
  kind: 'added' | 'removed' | 'changed' | 'moved';
  /** "Added: "Legal review" (task)". */
  words: string;
  differences: Difference[];
}

const verbs = { added: 'Added', removed: 'Removed', changed: 'Changed', moved: 'Drawn elsewhere' } as const;

/** What is different between two diagrams, as bpmn-moddle reads them: what they do first, then where things are drawn. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const older = read(before);
  const newer = read(after);
  const changes: Change[] = [];
  const renamed = renamedBetween(older, newer);
  const formerIds = new Map([...renamed].map(([before, now]) => [now, before]));
  for (const [id, element] of newer.elements) {
    const former = older.elements.get(formerIds.get(id) ?? id);
    if (!former) {
      changes.push(change('added', element, []));
      continue;
    }
    const differences = differencesBetween(
      factsOf(former, (named) => renamed.get(named) ?? named),
      factsOf(element),
    );
    if (former.id !== id) differences.unshift({ what: 'Id', before: former.id, after: id });
    if (differences.length > 0) changes.push(change('changed', element, differences, former.id));
  }
  for (const [id, element] of older.elements) {
    if (!newer.elements.has(id) && !renamed.has(id)) changes.push(change('removed', element, []));
  }
  for (const [id, element] of newer.elements) {
    const place = older.places.get(id);
    if (place !== undefined && place !== newer.places.get(id)) changes.push(change('moved', element, []));
  }
  return changes;
}

/** Former to present ids of elements that only their id tells apart: of all that came and went, one of each kind and name. */
function renamedBetween(older: Diagram, newer: Diagram): Map<string, string> {
  const gone = onlyOnes([...older.elements.values()].filter(({ id }) => !newer.elements.has(id)));
  const come = onlyOnes([...newer.elements.values()].filter(({ id }) => !older.elements.has(id)));
  return new Map([...gone].flatMap(([what, id]) => (come.has(what) ? [[id, come.get(what)!] as const] : [])));
}

function onlyOnes(elements: DiagramElement[]): Map<string, string> {
  const found = new Map<string, string | null>();
  for (const element of elements) {
    const what = isWhole(element) ? element.$type : element.name?.trim() && `${element.$type} ${element.name.trim()}`;
    if (what) found.set(what, found.has(what) ? null : element.id);
  }
  return new Map([...found].flatMap(([what, id]) => (id === null ? [] : [[what, id] as const])));
}

function change(
  kind: Change['kind'],
  element: DiagramElement,
  differences: Difference[],
  formerId = element.id,
): Change {
  return {
    elementId: isWhole(element) ? null : element.id,
    formerId: isWhole(element) ? null : formerId,
    kind,
    words: `${verbs[kind]}: ${labelOf(element)}`,
    differences,
  };
}

function differencesBetween(before: Map<string, Fact>, after: Map<string, Fact>): Difference[] {
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((what) => before.get(what)?.key !== after.get(what)?.key)
    .map((what) => ({ what, before: before.get(what)?.words ?? '', after: after.get(what)?.words ?? '' }));
}

interface Diagram {
  elements: Map<string, DiagramElement>;
  /** Where an element is drawn, as a text to compare. */
  places: Map<string, string>;
}

function read(definitions: unknown): Diagram {
  const { rootElements = [], diagrams = [] } = definitions as {
    rootElements?: DiagramElement[];
    diagrams?: { plane?: { planeElement?: Drawn[] } }[];
  };
  const elements = new Map<string, DiagramElement>();
  const add = (element: DiagramElement) => {
    if (isDiagramElement(element)) elements.set(element.id, element);
    [...(element.flowElements ?? []), ...(element.artifacts ?? [])].forEach(add);
  };
  rootElements.forEach(add);
  const places = new Map<string, string>();
  for (const drawn of diagrams.flatMap((diagram) => diagram.plane?.planeElement ?? [])) {
    if (drawn.bpmnElement) places.set(drawn.bpmnElement.id, placeOf(drawn));
  }
  return { elements, places };
}

interface Point {
  x?: number;
  y?: number;
  width?: number;
  height?: number;
}
interface Drawn {
  bpmnElement?: { id: string };
  bounds?: Point;
  waypoint?: Point[];
}

function placeOf({ bounds, waypoint = [] }: Drawn): string {
  return [bounds, ...waypoint].map((at) => `${at?.x},${at?.y},${at?.width},${at?.height}`).join(' ');
}
