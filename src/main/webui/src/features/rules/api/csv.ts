import { Problem } from '@/shared/api/problem';
import type { Draft } from './draft';

export const draftCsvUrl = (ruleSet: string) => `/api/rule-sets/${ruleSet}/draft/csv`;

export const versionCsvUrl = (ruleSet: string, number: number) => `/api/rule-sets/${ruleSet}/versions/${number}/csv`;

/** Replaces the rows of the draft by those of a spreadsheet. */
export async function uploadCsv(ruleSet: string, version: number | null, file: File): Promise<Draft> {
  const query = version === null ? '' : `?version=${version}`;
  const response = await fetch(draftCsvUrl(ruleSet) + query, {
    method: 'PUT',
    body: file,
    headers: { 'Content-Type': 'text/csv' },
  });
  if (!response.ok) throw await Problem.of(response);
  return (await response.json()) as Draft;
}
