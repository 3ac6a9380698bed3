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
  for (const [id, element] of newer.elements) {
    const former = older.elements.get(id);
    if (!former) {
      changes.push(change('added', element, []));
      continue;
    }
    const differences = differencesBetween(factsOf(former), factsOf(element));
    if (differences.length > 0) changes.push(change('changed', element, differences));
  }
  for (const [id, element] of older.elements) {
    if (!newer.elements.has(id)) changes.push(change('removed', element, []));
  }
  for (const [id, element] of newer.elements) {
    const place = older.places.get(id);
    if (place !== undefined && place !== newer.places.get(id)) changes.push(change('moved', element, []));
  }
  return changes;
}

function change(kind: Change['kind'], element: DiagramElement, differences: Difference[]): Change {
  return {
    elementId: isWhole(element) ? null : element.id,
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
