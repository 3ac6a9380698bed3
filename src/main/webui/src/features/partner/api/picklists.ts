import { queryOptions } from '@tanstack/react-query';
import { api, data } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Picklist = Answer<'/api/picklists', 'get'>[number];
export type PicklistName = Picklist['list'];
export type PicklistEntry = Picklist['entries'][number];

export const picklistsQuery = queryOptions({
  queryKey: ['picklist-entry', 'all'],
  queryFn: () => data(api.GET('/api/picklists')),
  staleTime: 5 * 60_000,
});

/** What everybody is offered who enters a lead or a request. */
export const choicesQuery = queryOptions({
  queryKey: ['picklist-entry', 'choices'],
  queryFn: () => data(api.GET('/api/picklists/choices')),
  staleTime: 5 * 60_000,
});

/** The labels of one list. */
export function labelsOf(lists: Answer<'/api/picklists/choices', 'get'> | undefined, name: PicklistName): string[] {
  return lists?.find(({ list }) => list === name)?.labels ?? [];
}

export function addPicklistEntry(list: PicklistName, label: string) {
  return data(api.POST('/api/picklists/{list}/entries', { params: { path: { list } }, body: { label } }));
}

export function changePicklistEntry(id: string, body: { version: number; label: string; active: boolean }) {
  return data(api.PUT('/api/picklists/entries/{id}', { params: { path: { id } }, body }));
}

/** The values of a list for a select; retired ones only when the record still has them. */
export function picklistOptions(lists: Picklist[] | undefined, name: PicklistName, current?: string | null) {
  const entries = lists?.find(({ list }) => list === name)?.entries ?? [];
  return entries
    .filter((entry) => entry.active || entry.id === current)
    .map((entry) => ({ value: entry.id, label: entry.active ? entry.label : `${entry.label} (retired)` }));
}
