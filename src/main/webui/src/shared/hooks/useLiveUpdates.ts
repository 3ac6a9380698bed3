import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RecordType } from '@/shared/api/types';

export interface LiveEvent {
  recordType: RecordType;
  /** Missing when many records of this type changed at once. */
  recordId: string | null;
  action: string | null;
}

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
    };
  }
}

/** What changed since the last look: the ids of each record type, or all of them. */
export type Changes = ReadonlyMap<RecordType, ReadonlySet<string> | 'all'>;

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
  return query.meta?.recordTypes?.some((other) => changes.has(other)) ?? false;
}

/** Adds what an event tells to the changes. */
export function note(changes: Map<RecordType, Set<string> | 'all'>, event: LiveEvent) {
  const known = changes.get(event.recordType);
  if (known === 'all') return;
  if (event.recordId === null) changes.set(event.recordType, 'all');
  else changes.set(event.recordType, (known ?? new Set()).add(event.recordId));
}

const gatherMillis = 150;
const reconnectMillis = 10_000;

/** Listens to what changes in the organisation and refreshes what is on the screen. Used once, by the frame. */
export function useLiveUpdates(organisationId: string) {
  const queryClient = useQueryClient();
  useEffect(() => {
    let changes = new Map<RecordType, Set<string> | 'all'>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const refresh = () => {
      timer = undefined;
      const gathered = changes;
      changes = new Map();
      void queryClient.invalidateQueries({ predicate: (query) => isTouched(query, gathered) });
    };
    let source: EventSource;
    let reconnect: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource('/api/events');
      source.onmessage = (message: MessageEvent<string>) => {
        const event = parse(message.data);
        if (!event) return;
        note(changes, event);
        timer ??= setTimeout(refresh, gatherMillis);
      };
      source.onopen = () => {
        if (wasOpen) void queryClient.invalidateQueries(); // changes may have been missed in between
        wasOpen = true;
      };
      source.onerror = () => {
        // The browser connects again by itself after a lost connection, but not after a refusal.
        if (source.readyState === EventSource.CLOSED) reconnect = setTimeout(connect, reconnectMillis);
      };
    };
    connect();
    return () => {
      clearTimeout(timer);
      clearTimeout(reconnect);
      source.close();
    };
  }, [queryClient, organisationId]);
}

/** A change; null for a heartbeat, which says that the stream is alive. */
function parse(text: string): LiveEvent | null {
  try {
    const event = JSON.parse(text) as { recordType?: string } | null;
    const isChange = typeof event?.recordType === 'string' && event.recordType !== 'heartbeat';
    return isChange ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}
