import { useRef, useState } from 'react';

export interface Selection<T> {
  /** The selected rows that are still in the list. */
  rows: T[];
  has: (key: string) => boolean;
  /** `range` selects everything from the last toggled row to this one, as Shift+click does. */
  toggle: (key: string, how?: 'one' | 'range') => void;
  toggleAll: () => void;
  clear: () => void;
  all: boolean;
  some: boolean;
}

export function useSelection<T>(items: T[], rowKey: (row: T) => string): Selection<T> {
  const [keys, setKeys] = useState<ReadonlySet<string>>(new Set());
  const last = useRef<string | null>(null);
  const shown = items.map(rowKey);
  const rows = items.filter((row) => keys.has(rowKey(row)));
  const all = rows.length > 0 && rows.length === items.length;
  return {
    rows,
    all,
    some: rows.length > 0,
    has: (key) => keys.has(key),
    toggle: (key, how = 'one') => {
      const next = toggled(keys, shown, key, how === 'range' ? last.current : null);
      last.current = key;
      setKeys(next);
    },
    toggleAll: () => setKeys(all ? new Set() : new Set(shown)),
    clear: () => setKeys(new Set()),
  };
}

export function toggled(
  keys: ReadonlySet<string>,
  shown: string[],
  key: string,
  from: string | null,
): ReadonlySet<string> {
  const next = new Set(keys);
  const start = from === null ? -1 : shown.indexOf(from);
  if (start >= 0) {
    const end = shown.indexOf(key);
    for (const each of shown.slice(Math.min(start, end), Math.max(start, end) + 1)) next.add(each);
  } else if (!next.delete(key)) {
    next.add(key);
  }
  return next;
}
