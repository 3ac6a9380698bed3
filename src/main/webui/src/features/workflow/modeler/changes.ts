import { diff } from 'bpmn-js-differ';

export interface Change {
  elementId: string;
  kind: 'added' | 'removed' | 'changed';
  /** "Added: Legal review". */
  words: string;
}

interface Element {
  id: string;
  name?: string;
  $type?: string;
}

const words = { added: 'Added', removed: 'Removed', changed: 'Changed' } as const;

/** What is different between two diagrams, apart from where things are drawn. */
export function changesBetween(before: unknown, after: unknown): Change[] {
  const { _added: added, _removed: removed, _changed: changed } = diff(before, after);
  return [
    ...Object.values(added).map((element) => change('added', element as Element)),
    ...Object.values(removed).map((element) => change('removed', element as Element)),
    ...Object.values(changed).map(({ model, attrs }) => ({
      ...change('changed', model as Element),
      words: `${words.changed}: ${nameOf(model as Element)} (${Object.keys(attrs).join(', ')})`,
    })),
  ];
}

function change(kind: Change['kind'], element: Element): Change {
  return { elementId: element.id, kind, words: `${words[kind]}: ${nameOf(element)}` };
}

function nameOf(element: Element): string {
  return element.name?.trim() ? `"${element.name.trim()}"` : element.id;
}
