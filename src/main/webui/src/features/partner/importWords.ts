import type { StatusBadge } from '@/shared/components/StatusBadge';
import type { Import, ImportField, LineState } from './api/imports';

type Tone = Parameters<typeof StatusBadge>[0]['tone'];

const fields: Record<ImportField, string> = {
  NAME: 'Full name',
  TYPE: 'Type of organisation',
  STATUS: 'Status',
  EMPLOYER_PARTNER: 'Employer partner (yes or no)',
  WEBSITE: 'Web site',
  PHONE: 'Phone',
  STREET: 'Street',
  TOWN: 'Town',
  STATE: 'State or region',
  PLACE: 'Town and state together',
  POSTCODE: 'Postcode',
  COUNTRY: 'Country',
  NOTES: 'Notes',
  OWNER: 'Owner (email address or name)',
  PARTNER_SINCE: 'Partner since',
};

export const fieldOptions = Object.entries(fields).map(([value, label]) => ({ value, label }));

export const importStates: Record<Import['state'], { words: string; tone: Tone }> = {
  UPLOADED: { words: 'To be mapped', tone: 'waiting' },
  CHECKING: { words: 'Being checked', tone: 'active' },
  CHECKED: { words: 'Checked', tone: 'soon' },
  IMPORTING: { words: 'Being imported', tone: 'active' },
  DONE: { words: 'Imported', tone: 'won' },
};

export const lineStates: Record<LineState, { words: string; tone: Tone }> = {
  WAITING: { words: 'Not looked at', tone: 'waiting' },
  GOOD: { words: 'Good', tone: 'active' },
  DUPLICATE: { words: 'Likely duplicate', tone: 'soon' },
  REFUSED: { words: 'Refused', tone: 'overdue' },
  CREATED: { words: 'Imported', tone: 'won' },
};

/** "1 line", "503 lines". */
export function lines(count: number): string {
  return `${count.toLocaleString()} ${count === 1 ? 'line' : 'lines'}`;
}

/** What is wrong with a mapping, or null: the same rules as the server's, said before it is asked. */
export function mappingProblem(mapping: (ImportField | null)[]): string | null {
  const chosen = mapping.filter((field) => field !== null);
  if (!chosen.includes('NAME')) return 'Choose the column that holds the full name.';
  const twice = chosen.find((field, index) => field !== 'NOTES' && chosen.indexOf(field) !== index);
  if (twice) return `${fields[twice]} is chosen for two columns.`;
  if (chosen.includes('PLACE') && (chosen.includes('TOWN') || chosen.includes('STATE')))
    return 'Town and state come either from one column or from two, not both.';
  return null;
}
