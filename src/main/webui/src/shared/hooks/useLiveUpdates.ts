import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { RecordType } from '@/shared/api/types';
import { note, refresh, type LiveEvent } from './liveChanges';

const gatherMillis = 150;
const reconnectMillis = 10_000;

/** Listens to what changes in the organisation and refreshes what is on the screen. Used once, by the frame. */
export function useLiveUpdates(organisationId: string) {
  const queryClient = useQueryClient();
  useEffect(() => {
    let changes = new Map<RecordType, Set<string> | 'all'>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let wasOpen = false;
    let busy = false;
    /** One after the other: what comes meanwhile is gathered for the next. */
    const bringUpToDate = async () => {
      timer = undefined;
      if (busy || changes.size === 0) return;
      busy = true;
      const gathered = changes;
      changes = new Map();
      await refresh(queryClient, gathered).catch(() => undefined);
      busy = false;
      if (changes.size > 0) timer ??= setTimeout(() => void bringUpToDate(), gatherMillis);
    };
    let source: EventSource;
    let reconnect: ReturnType<typeof setTimeout> | undefined;
    const connect = () => {
      source = new EventSource('/api/events');
      source.onmessage = (message: MessageEvent<string>) => {
        const event = parse(message.data);
        if (!event) return;
        note(changes, event);
        if (!busy) timer ??= setTimeout(() => void bringUpToDate(), gatherMillis);
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
