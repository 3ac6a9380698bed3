import { capitalised, uncapitalised } from '@/shared/text';

/** An element as bpmn-moddle reads it. */
export interface DiagramElement {
  id: string;
  $type: string;
  name?: string;
  flowElements?: DiagramElement[];
  artifacts?: DiagramElement[];
  $descriptor: { properties: Property[] };
  $attrs?: Record<string, unknown>;
  [property: string]: unknown;
}

interface Property {
  name: string;
  isReference?: boolean;
}

/** What stands elsewhere, or is only for the modeler. */
const notFacts = new Set([
  'id',
  'di',
  'incoming',
  'outgoing',
  'flowElements',
  'artifacts',
  'laneSets',
  'lanes',
  'boundaryEventRefs',
  'modelerTemplateIcon',
  'modelerTemplateVersion',
]);

const words: Record<string, string> = {
  name: 'Name',
  documentation: 'Description',
  text: 'Text',
  isExecutable: 'Can be run',
  cancelActivity: 'Interrupts',
  attachedToRef: 'Stands on',
  sourceRef: 'Comes from',
  targetRef: 'Leads to',
  default: 'Default arrow',
  conditionExpression: 'Condition',
  timeDuration: 'Waits for',
  timeCycle: 'Repeats by',
  timeDate: 'Waits until',
  messageRef: 'Message',
  errorRef: 'Error',
  correlationKey: 'correlation key',
  errorCode: 'code',
  modelerTemplate: 'Building block',
  taskDefinition: 'Job',
  type: 'type',
  retries: 'retries',
  inputParameters: 'Input',
  outputParameters: 'Output',
  processId: 'Called process',
};

/** What people know the headers of our building blocks as. */
const headers: Record<string, string> = {
  completedBy: 'Who may move the deal on',
  dueIn: 'Due in',
  requires: 'Demanded before moving on',
  colour: 'Colour',
  to: 'Sent to',
  template: 'Email template',
  subject: 'Subject',
  text: 'Text',
  result: 'Result',
};

export function isDiagramElement(element: DiagramElement): boolean {
  return Boolean(element.id) && !/Message|Error|Escalation|Signal|Collaboration|Category$/.test(kindOf(element));
}

export function isWhole(element: DiagramElement): boolean {
  return kindOf(element) === 'Process';
}

/** What an element says, in words; two are the same when their keys are. */
export interface Fact {
  key: string;
  words: string;
}

type Facts = Map<string, Fact>;

/**
 * Everything that an element says and does, by what it is called: no setting is left out, known or not.
 *
 * @param idOf what the elements that it names are called by now
 */
export function factsOf(element: DiagramElement, idOf: (id: string) => string = (id) => id): Facts {
  const facts: Facts = new Map();
  put(facts, 'Kind', wordsOf(kindOf(element)));
  collect(element, '', { facts, idOf });
  return facts;
}

interface Collected {
  facts: Facts;
  idOf: (id: string) => string;
}

function collect(element: DiagramElement, prefix: string, collected: Collected) {
  for (const property of element.$descriptor.properties) {
    const name = property.name.split(':').at(-1)!;
    const value = element[property.name] ?? element[name];
    if (notFacts.has(name) || value === undefined || value === null) continue;
    for (const item of Array.isArray(value) ? value : [value]) add(name, item, property, prefix, collected);
  }
  for (const [name, value] of Object.entries(element.$attrs ?? {})) {
    if (!/^(xmlns|xsi:)/.test(name)) put(collected.facts, join(prefix, name), String(value));
  }
}

function add(ownName: string, value: unknown, property: Property, prefix: string, collected: Collected) {
  const { facts, idOf } = collected;
  const name = ownName === 'values' && isElement(value) ? uncapitalised(kindOf(value)) : ownName;
  const label = words[name] ?? wordsOf(name);
  if (!isElement(value)) {
    put(facts, name === 'body' ? prefix || label : join(prefix, label), valueOf(value));
  } else if (value.$type === 'zeebe:Header') {
    const key = String(value.key);
    put(facts, headers[key] ?? `Header ${key}`, String(value.value ?? ''));
  } else if (value.$type === 'zeebe:Input' || value.$type === 'zeebe:Output') {
    put(facts, `${label} ${String(value.target)}`, String(value.source ?? ''));
  } else if (property.isReference && !/Message|Error|Escalation|Signal/.test(value.$type)) {
    put(facts, join(prefix, label), labelOf(value), idOf(value.id));
  } else if (name === 'documentation') {
    put(facts, label, String(value.text ?? ''));
  } else {
    collect(value, isPlain(name) ? prefix : label, collected);
  }
}

/** A part whose own name tells people nothing. */
function isPlain(name: string): boolean {
  return ['extensionElements', 'eventDefinitions', 'taskHeaders', 'ioMapping', 'subscription'].includes(name);
}

function isElement(value: unknown): value is DiagramElement {
  return typeof value === 'object' && value !== null && '$type' in value;
}

function put(facts: Facts, what: string, words: string, key = words) {
  const known = facts.get(what);
  facts.set(what, known ? { key: `${known.key}, ${key}`, words: `${known.words}, ${words}` } : { key, words });
}

function valueOf(value: unknown): string {
  return value === true ? 'yes' : value === false ? 'no' : String(value);
}

function join(prefix: string, label: string): string {
  return prefix ? `${prefix} ${uncapitalised(label)}` : label;
}

/** "Legal review" (task); the arrow from "A" to "B"; an end event without a name. */
export function labelOf(element: DiagramElement): string {
  const name = element.name?.trim();
  const kind = wordsOf(kindOf(element)).toLowerCase();
  if (isWhole(element)) return 'the workflow as a whole';
  if (kindOf(element) === 'SequenceFlow') {
    const ends = [element.sourceRef, element.targetRef].map((end) => (isElement(end) ? labelOf(end) : 'nothing'));
    return `${name ? `"${name}", ` : ''}the arrow from ${ends[0]} to ${ends[1]}`;
  }
  return name ? `"${name}"` : `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind} without a name`;
}

function kindOf(element: DiagramElement): string {
  return element.$type.split(':').at(-1)!;
}

function wordsOf(name: string): string {
  return capitalised(name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase());
}
