import type { Query, QueryClient } from '@tanstack/react-query';
import type { RecordType } from '@/shared/api/types';

export interface LiveEvent {
  recordType: RecordType;
  /** Missing when many records of this type changed at once. */
  recordId: string | null;
  action: string | null;
}

/** Brings what is in the cache up to date by the changed records alone: one request, whatever their number. */
export type Patch = (queryClient: QueryClient, ids: string[]) => Promise<void>;

/** What queries are about that no change of a record makes stale. */
type NoRecord =
  | 'audit'
  | 'email-change'
  | 'engine'
  | 'home'
  | 'invitation'
  | 'leaving'
  | 'password-reset'
  | 'profile'
  | 'search'
  | 'session'
  | 'workflow-diagram'
  | 'workflow-templates';

declare module '@tanstack/react-query' {
  interface Register {
    /** What a query is about comes first; see `isTouched`. */
    queryKey: readonly [RecordType | NoRecord, ...unknown[]];
    queryMeta: {
      /** Record types besides the first part of the query key whose changes make this query stale. */
      recordTypes?: RecordType[];
      /** How a list is brought up to date when some of its records changed; without it, it is loaded anew. */
      patch?: Patch;
    };
  }
}

/** What changed since the last look: the ids of each record type, or all of them. */
export type Changes = ReadonlyMap<RecordType, ReadonlySet<string> | 'all'>;

/** As many as the server is asked for at once; of more, the list is loaded anew. */
const mostPatched = 50;

const id = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/**
 * Query keys begin with the record type of the audit trail, and go on with the record's id where they are about one: `['deal', id]`,
 * `['deal', 'board', workflowId]`. So a record is loaded anew when it changed, a list when one of its type did.
 */
export function isTouched(query: Pick<Query, 'queryKey' | 'meta'>, changes: Changes): boolean {
  const [recordType, record] = query.queryKey;
  const changed = changes.get(recordType as RecordType);
  if (changed && (changed === 'all' || typeof record !== 'string' || !id.test(record) || changed.has(record)))
    return true;
  return isTouchedByOthers(query, changes);
}

function isTouchedByOthers({ meta }: Pick<Query, 'meta'>, changes: Changes): boolean {
  return meta?.recordTypes?.some((other) => changes.has(other)) ?? false;
}

/** Adds what an event tells to the changes. */
export function note(changes: Map<RecordType, Set<string> | 'all'>, event: LiveEvent) {
  const known = changes.get(event.recordType);
  if (known === 'all') return;
  if (event.recordId === null) changes.set(event.recordType, 'all');
  else changes.set(event.recordType, (known ?? new Set()).add(event.recordId));
}

/**
 * Brings what is on the screen up to date: records that changed and lists that cannot be patched are loaded anew, the others are patched.
 * What is not on the screen is loaded when it is shown again.
 */
export async function refresh(queryClient: QueryClient, changes: Changes): Promise<void> {
  const patched = new Map<Query, string[]>();
  for (const query of queryClient.getQueryCache().findAll({ predicate: (each) => isTouched(each, changes) })) {
    const ids = patchable(query, changes);
    if (ids) patched.set(query, ids);
  }
  await Promise.all([
    queryClient.invalidateQueries({ predicate: (query) => isTouched(query, changes) && !patched.has(query) }),
    ...[...patched].map(([query, ids]) =>
      query.meta!.patch!(queryClient, ids).catch(() =>
        queryClient.invalidateQueries({ queryKey: query.queryKey, exact: true }),
      ),
    ),
  ]);
}

/** As {@link refresh}, of one record that the user has just changed. */
export function refreshRecord(queryClient: QueryClient, recordType: RecordType, recordId: string): Promise<void> {
  return refresh(queryClient, new Map([[recordType, new Set([recordId])]]));
}

/** The ids to patch a query by, or null when it has to be loaded anew. */
function patchable(query: Query, changes: Changes): string[] | null {
  const changed = changes.get(query.queryKey[0] as RecordType);
  const isReady = query.isActive() && query.state.data !== undefined && query.state.fetchStatus === 'idle';
  if (!query.meta?.patch || !isReady || query.state.isInvalidated || isTouchedByOthers(query, changes)) return null;
  return changed instanceof Set && changed.size <= mostPatched ? [...(changed as Set<string>)] : null;
}
