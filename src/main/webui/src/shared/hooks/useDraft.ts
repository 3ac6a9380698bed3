import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { sessionQuery } from '../session';

const prefix = 'pf-draft:';
const keptMillis = 7 * 24 * 60 * 60_000;

/** What was typed and not sent yet; it outlives the dialog, the tab and the session. */
export interface Draft<Values> {
  /** What was kept when the form was opened; null where nothing was. */
  restored: Values | null;
  keep: (values: Values) => void;
  drop: () => void;
}

/**
 * Keeps what is typed in this browser: for the person, the page, the form and what the form began with, so that it never gets into
 * another record. Passwords are left out. Without a name, or while nobody is logged in, nothing is kept.
 */
export function useDraft<Values>(form: string | null, beginning: Values): Draft<Values> {
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  const [key] = useState(() =>
    form && session ? `${prefix}${session.user.id}:${location.pathname}:${form}:${written(beginning)}` : null,
  );
  const [restored] = useState(() => (key ? read<Values>(key) : null));
  const keep = useCallback(
    (values: Values) => {
      if (key) store(key, JSON.stringify({ at: Date.now(), text: written(values) }));
    },
    [key],
  );
  const drop = useCallback(() => {
    if (key) store(key, null);
  }, [key]);
  return { restored, keep, drop };
}

/** Who logs out leaves nothing behind in this browser. */
export function dropDraftsOf(userId: string) {
  Object.keys(localStorage)
    .filter((key) => key.startsWith(`${prefix}${userId}:`))
    .forEach((key) => localStorage.removeItem(key));
}

function written(values: unknown): string {
  return JSON.stringify(values, (name, value: unknown) =>
    /password/i.test(name) || value instanceof File ? undefined : value,
  );
}

function read<Values>(key: string): Values | null {
  try {
    const { at, text } = JSON.parse(localStorage.getItem(key) ?? '{}') as { at?: number; text?: string };
    return text && at && Date.now() - at < keptMillis ? (JSON.parse(text) as Values) : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing, or is full, is no reason to fail. */
function store(key: string, text: string | null) {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // the text is still on the page
  }
}
