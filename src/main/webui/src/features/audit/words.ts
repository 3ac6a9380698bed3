import type { AuditAction, RecordType } from '@/shared/api/types';
import { capitalised } from '@/shared/text';
import { exactTime } from '@/shared/time';
import { actionTexts, recordTypeTexts } from './texts';

/** `partner-account.enabled-as-partner` -> "Partner account enabled as partner"; older versions had actions that are no more. */
export function actionInWords(action: AuditAction): string {
  return actionTexts[action] ?? capitalised((action as string).replace(/[.-]/g, ' '));
}

/** The actions whose text holds the words; an address is not longer than so many. */
export function actionsInWords(words: string | undefined): AuditAction[] {
  const wanted = words?.trim().toLowerCase();
  if (!wanted) return [];
  const actions = Object.keys(actionTexts) as AuditAction[];
  return actions.filter((action) => actionTexts[action].toLowerCase().includes(wanted)).slice(0, mostActions);
}

const mostActions = 60;

/** `partner-account` -> "Partner account". */
export function recordTypeInWords(recordType: RecordType): string {
  return recordTypeTexts[recordType] ?? capitalised((recordType as string).replace(/-/g, ' '));
}

/** What people call the records with these ids. */
type Names = Record<string, string>;

/** The details of an entry, short and readable; ids without a name are left out, they tell people nothing. */
export function detailsInWords(details: Record<string, unknown>, names: Names = {}): string {
  return Object.entries(named(details, names) as Record<string, unknown>)
    .filter(([, value]) => !isEmpty(value) && !isId(value))
    .map(([key, value]) => [fieldInWords(key), valueInWords(value)] as const)
    .filter(([, words]) => words !== '')
    .map(([field, words]) => `${field}: ${words}`)
    .join(' · ');
}

/** What fields were and are, where the details do not say it already. */
export function changesInWords(
  changes: { field: string; before?: unknown; after?: unknown }[],
  details: Record<string, unknown>,
  names: Names = {},
): string {
  return changes
    .map(({ field, before, after }) => ({ field, before: named(before, names), after: named(after, names) }))
    .filter(({ field, before, after }) => !(field in details) && !isId(before) && !isId(after))
    .filter(({ before, after }) => !isEmpty(before) || !isEmpty(after))
    .map(({ field, before, after }) => {
      return `${fieldInWords(field)}: ${isEmpty(before) ? 'nothing' : valueInWords(before)} → ${isEmpty(after) ? 'nothing' : valueInWords(after)}`;
    })
    .join(' · ');
}

/** `ownerUserId` -> "Owner user". */
function fieldInWords(field: string): string {
  return capitalised(
    field
      .replace(/Ids?$/, '')
      .replace(/([A-Z])/g, ' $1')
      .toLowerCase(),
  );
}

/** The same with names in the place of the ids that have one. */
function named(value: unknown, names: Names): unknown {
  if (typeof value === 'string') return names[value] ?? value;
  if (Array.isArray(value)) return value.map((each) => named(each, names));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each, names)]));
  return value;
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter((each) => !isId(each))
      .map(valueInWords)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .filter(([, each]) => !isEmpty(each) && !isId(each))
      .map(([key, each]) => `${key} ${valueInWords(each)}`)
      .join(', ');
  }
  if (isConstant(value)) return capitalised(value.replace(/_/g, ' ').toLowerCase());
  return isInstant(value) ? exactTime(value) : String(value);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.every(isId));
}

/** `OPS_MANAGER`, but not `USD`. */
function isConstant(value: unknown): value is string {
  return typeof value === 'string' && /^[A-Z][A-Z_]{3,}$/.test(value);
}

function isInstant(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}.*Z$/.test(value);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

/** The moment at which a day begins here, so many days later; undefined for none. */
export function dayBegins(day: string | undefined, daysLater = 0): string | undefined {
  if (!day) return undefined;
  const begin = new Date(`${day}T00:00:00`);
  if (Number.isNaN(begin.getTime())) return undefined;
  begin.setDate(begin.getDate() + daysLater);
  return begin.toISOString();
}
