import type { AttentionItem } from './api/attention';
import { capitalised } from '@/shared/text';

const works: Record<string, string> = {
  mail: 'Send a mail',
  process: 'Tell the process engine',
  'workflow-publication': 'Publish a workflow',
  'condition-error': 'Decide which way to go',
  'io-mapping-error': 'Take over a value',
  'extract-value-error': 'Work out an expression',
  'called-element-error': 'Begin a called process',
  'unhandled-error-event': 'Go on after a refusal',
  'job-no-retries': 'Do a step',
  'message-size-exceeded': 'Keep the variables',
};

/** What was tried: `partnerflow.send-invitation` -> "Send invitation", with the step in the diagram where it has a name. */
export function workInWords({ what, elementName }: Pick<AttentionItem, 'what'> & Partial<AttentionItem>): string {
  const words = works[what] ?? capitalised(what.replace(/^partnerflow\./, '').replace(/[-.]/g, ' '));
  return elementName && elementName !== words ? `${words}, at “${elementName}”` : words;
}

/** The kinds of work whose words hold the text. */
export function worksInWords(text: string | undefined): string[] {
  const wanted = text?.trim().toLowerCase();
  if (!wanted) return [];
  return Object.keys(works).filter((what) => works[what]!.toLowerCase().includes(wanted));
}

const pages: [RegExp, string][] = [
  [/^(partner-onboarding|portal-invitation)$/, '/partner-users'],
  [/^lead-offer$/, '/leads'],
  [/^request-escalation$/, '/requests'],
  [/^deal-/, '/deals'],
];

/** The page of the record that the work is for, as far as its process tells which kind of record that is. */
export function recordPathOf({ processId, recordId }: Pick<AttentionItem, 'processId' | 'recordId'>): string | null {
  const page = pages.find(([process]) => processId && process.test(processId));
  return page ? `${page[1]}/${recordId}` : null;
}

export const kindOptions: { value: AttentionItem['kind']; label: string }[] = [
  { value: 'INCIDENT', label: 'The process cannot go on' },
  { value: 'JOB', label: 'A step keeps failing' },
  { value: 'MESSAGE', label: 'Something could not be sent' },
];

export const stateOptions: { value: AttentionItem['state']; label: string }[] = [
  { value: 'OPEN', label: 'Open' },
  { value: 'PUT_ASIDE', label: 'Put aside' },
  { value: 'RESOLVED', label: 'Mended' },
];
