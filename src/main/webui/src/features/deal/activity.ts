import type { AuditAction } from '@/shared/api/types';
import type { ActivityLine } from './api/types';

type Line = Pick<ActivityLine, 'actor' | 'action' | 'details'>;

/** What is recorded of a deal; an action without a sentence does not compile. */
type DealAction = Extract<AuditAction, `deal.${string}` | 'record.changed'>;

const sentences: Record<DealAction, (actor: string, details: Record<string, string>) => string> = {
  'record.changed': (actor) => `${actor} changed the deal`,
  'deal.created': (actor) => `${actor} added the deal`,
  'deal.edited': (actor, details) => `${actor} changed ${Object.keys(details).map(fieldName).join(' and ')}`,
  'deal.moved': (actor, { from, to, outcome }) =>
    `${actor} moved it from ${from} to ${to}${outcome && outcome !== to ? ` (${outcome})` : ''}`,
  'deal.stage-entered': (_, { stage }) => `It came to ${stage}`,
  'deal.won': () => 'It was won',
  'deal.lost': () => 'It was lost',
  'deal.note-added': (actor, { shared }) => `${actor} added ${shared ? 'a shared' : 'an internal'} note`,
  'deal.note-edited': (actor, { shared }) => `${actor} edited a note${nowShared(shared)}`,
  'deal.file-added': (actor, { name }) => `${actor} added the file ${name}`,
  'deal.file-shared': (actor, { name, shared }) =>
    `${actor} made the file ${name} ${isShared(shared) ? 'shared' : 'internal'}`,
  'deal.file-removed': (actor, { name }) => `${actor} removed the file ${name}`,
  'deal.contact-added': (actor, { contact }) => `${actor} added the contact ${contact}`,
  'deal.contact-edited': (actor, { contact }) => `${actor} edited the contact ${contact}`,
  'deal.contact-removed': (actor, { contact }) => `${actor} removed the contact ${contact}`,
  'deal.shared': (actor, details) => `${actor} shared it with ${details.with}`,
  'deal.unshared': (actor, details) => `${actor} stopped sharing it with ${details.with ?? 'a partner'}`,
  'deal.email-sent': (_, { to, subject }) => `The workflow wrote to the ${String(to).toLowerCase()}: ${subject}`,
  'deal.email-skipped': (_, { to, subject }) =>
    `The workflow had nobody to write to as ${String(to).toLowerCase()}: ${subject}`,
  'deal.notice-given': (_, { to, text }) => `The workflow told the ${String(to).toLowerCase()}: ${text}`,
  'deal.notice-skipped': (_, { to, text }) => `The workflow had nobody to tell as ${String(to).toLowerCase()}: ${text}`,
  'deal.migration-requested': (actor, { to }) => `${actor} asked to move it to version ${to}`,
  'deal.migrated': (_, { to }) => `It runs on version ${to} from now on`,
  'deal.migration-refused': (_, { reason }) => `It could not be moved to another version: ${reason}`,
  'deal.put-on-stage-refused': (_, { reason }) => `It could not go on from there: ${reason}`,
  'deal.wait-skipped': (actor, { wait, to }) => `${actor} ended the wait ${wait}; it goes on to ${to}`,
  'deal.begun-anew': (_, { place }) => `Its work was lost and has begun anew at ${place}`,
  'deal.put-on-stage': (actor, { stage }) => `${actor} put it on ${stage}`,
};

/** One line of the trail as a sentence. */
export function sentenceOf({ actor, action, details }: Line): string {
  const sentence = sentences[action as DealAction] as (typeof sentences)[DealAction] | undefined;
  if (sentence) return sentence(actor, details as Record<string, string>);
  return `${actor}: ${action.replace('deal.', '').replaceAll('-', ' ')}`; // of an older version
}

function nowShared(change: unknown): string {
  if (change === undefined) return '';
  return isShared(change) ? ', now shared' : ', now internal';
}

/** Of a change of `shared`, as the trail keeps it: `{ from, to }`, and a plain value before. */
function isShared(change: unknown): boolean {
  return Boolean(typeof change === 'object' && change !== null && 'to' in change ? change.to : change);
}

const fieldNames: Record<string, string> = {
  ownerId: 'the owner',
  ownerUserId: 'the owner',
  partnerUserId: 'the partner user',
};

function fieldName(field: string): string {
  return fieldNames[field] ?? `the ${field}`;
}
