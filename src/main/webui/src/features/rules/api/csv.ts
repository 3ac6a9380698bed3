import { Problem } from '@/shared/api/problem';
import type { FileReading } from '@/shared/spreadsheets';
import type { Draft } from './draft';

export const draftCsvUrl = (ruleSet: string) => `/api/rule-sets/${ruleSet}/draft/csv`;

export const versionCsvUrl = (ruleSet: string, number: number) => `/api/rule-sets/${ruleSet}/versions/${number}/csv`;

/** Replaces the rows of the draft by those of a spreadsheet. */
export async function uploadCsv(
  ruleSet: string,
  version: number | null,
  file: File,
  { encoding, separator }: FileReading,
): Promise<Draft> {
  const query = new URLSearchParams();
  if (version !== null) query.set('version', String(version));
  if (encoding) query.set('encoding', encoding);
  if (separator) query.set('separator', separator);
  const response = await fetch(`${draftCsvUrl(ruleSet)}?${query.toString()}`, {
    method: 'PUT',
    body: file,
    headers: { 'Content-Type': 'text/csv' },
  });
  if (!response.ok) throw await Problem.of(response);
  return (await response.json()) as Draft;
}
