import { useQueryClient, type Query } from '@tanstack/react-query';
import { useEffect } from 'react';

export interface LiveEvent {
  recordType: string;
  /** Missing for partners and customers, who are only told that records of this type changed. */
  recordId: string | null;
  action: string | null;
}

declare module '@tanstack/react-query' {
  interface Register {
    queryMeta: {
      /** Record types besides the first part of the query key whose changes make this query stale. */
      recordTypes?: string[];
    };
  }
}

/** Query keys begin with the record type of the audit trail: `['deal', id]`, `['deal', 'board', workflowId]`. */
export function isTouched(query: Pick<Query, 'queryKey' | 'meta'>, recordTypes: ReadonlySet<string>): boolean {
  const own = query.queryKey[0];
  if (typeof own === 'string' && recordTypes.has(own)) return true;
  return query.meta?.recordTypes?.some((recordType) => recordTypes.has(recordType)) ?? false;
}

const gatherMillis = 150;
const reconnectMillis = 10_000;

/** Listens to what changes in the organisation and refreshes what is on the screen. Used once, by the frame. */
export function useLiveUpdates(organisationId: string) {
  const queryClient = useQueryClient();
  useEffect(() => {
    const changed = new Set<string>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    const refresh = () => {
      timer = undefined;
      const recordTypes = new Set(changed);
      changed.clear();
      void queryClient.invalidateQueries({ predicate: (query) => isTouched(query, recordTypes) });
    };
    let source: EventSource;
    let reconnect: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource('/api/events');
      source.onmessage = (message: MessageEvent<string>) => {
        const event = parse(message.data);
        if (!event || event.recordType === 'heartbeat') return;
        changed.add(event.recordType);
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

function parse(text: string): LiveEvent | null {
  try {
    const event = JSON.parse(text) as Partial<LiveEvent> | null;
    return typeof event?.recordType === 'string' ? (event as LiveEvent) : null;
  } catch {
    return null;
  }
}
