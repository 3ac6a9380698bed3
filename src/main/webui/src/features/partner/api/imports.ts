import { queryOptions } from '@tanstack/react-query';
import { api, data, upload } from '@/shared/api/client';
import type { Answer } from '@/shared/api/types';

export type Import = Answer<'/api/imports/{id}', 'get'>;
export type ImportField = NonNullable<Import['mapping'][number]>;
export type ImportLine = Answer<'/api/imports/{id}/lines', 'get'>['items'][number];
export type LineState = ImportLine['state'];

const pollMillis = 700;

export function isUnderWay(found: Import): boolean {
  return found.state === 'CHECKING' || found.state === 'IMPORTING';
}

/** Asked again and again as long as the work goes on in the background. */
export function importQuery(id: string) {
  return queryOptions({
    queryKey: ['import', id],
    queryFn: () => data(api.GET('/api/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state }) => (state.data && isUnderWay(state.data) ? pollMillis : false),
  });
}

export function listImports(query: { after?: string; limit?: number }) {
  return data(api.GET('/api/imports', { params: { query } }));
}

export function listLines(id: string, query: { state?: LineState; after?: string; limit?: number }) {
  return data(api.GET('/api/imports/{id}/lines', { params: { path: { id }, query } }));
}

export function uploadImport(file: File): Promise<Import> {
  const form = new FormData();
  form.set('file', file);
  return upload<Import>('/api/imports', form);
}

/** Reads the uploaded file in another way; what is null is guessed. */
export function readImportAnew(id: string, reading: { encoding: string | null; separator: string | null }) {
  return data(api.PUT('/api/imports/{id}/reading', { params: { path: { id } }, body: reading }));
}

export function checkImport(id: string, mapping: (ImportField | null)[]) {
  return data(
    api.POST('/api/imports/{id}/check', { params: { path: { id } }, body: { mapping: mapping as ImportField[] } }),
  );
}

export function runImport(id: string, keepGood: boolean, keepDuplicates: boolean) {
  return data(api.POST('/api/imports/{id}/run', { params: { path: { id } }, body: { keepGood, keepDuplicates } }));
}

/** Ends a check or an import that is under way; what is imported stays. */
export function stopImport(id: string) {
  return data(api.POST('/api/imports/{id}/stop', { params: { path: { id } } }));
}

export async function discardImport(id: string): Promise<void> {
  await api.DELETE('/api/imports/{id}', { params: { path: { id } } });
}
