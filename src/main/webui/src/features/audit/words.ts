import { exactTime } from '@/shared/time';

/** `partner-account.enabled-as-partner` -> "Partner account enabled as partner". */
export function actionInWords(action: string): string {
  return capitalised(action.replace(/[.-]/g, ' '));
}

/** `partner-account` -> "Partner account". */
export function recordTypeInWords(recordType: string): string {
  return capitalised(recordType.replace(/-/g, ' '));
}

/** The details of an entry, short and readable; ids are left out, they tell people nothing. */
export function detailsInWords(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => !isEmpty(value) && !isId(value))
    .map(([key, value]) => `${capitalised(key.replace(/([A-Z])/g, ' $1').toLowerCase())}: ${valueInWords(value)}`)
    .join(' · ');
}

/** What fields were and are, where the details do not say it already. */
export function changesInWords(
  changes: { field: string; before?: unknown; after?: unknown }[],
  details: Record<string, unknown>,
): string {
  return changes
    .filter(({ field, before, after }) => !(field in details) && !isId(before) && !isId(after))
    .map(({ field, before, after }) => {
      const name = capitalised(field.replace(/([A-Z])/g, ' $1').toLowerCase());
      return `${name}: ${isEmpty(before) ? 'nothing' : valueInWords(before)} → ${isEmpty(after) ? 'nothing' : valueInWords(after)}`;
    })
    .join(' · ');
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

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The moment at which a day begins here, so many days later; undefined for none. */
export function dayBegins(day: string | undefined, daysLater = 0): string | undefined {
  if (!day) return undefined;
  const begin = new Date(`${day}T00:00:00`);
  if (Number.isNaN(begin.getTime())) return undefined;
  begin.setDate(begin.getDate() + daysLater);
  return begin.toISOString();
}
