import { useNavigate, useSearch } from '@tanstack/react-router';

/**
 * Filters that live in the address bar, so that a filtered list can be sent as a link:
 * `const [filters, setFilters] = useFilters(['q', 'status'])`.
 */
export function useFilters<Key extends string>(
  keys: readonly Key[],
): [Partial<Record<Key, string>>, (change: Partial<Record<Key, string>>) => void] {
  const search: Record<string, unknown> = useSearch({ strict: false });
  const navigate = useNavigate();
  const filters = filtersOf(search, keys);
  const change = (changed: Partial<Record<Key, string>>) => {
    const next: Record<string, unknown> = { ...search };
    for (const key of keys) if (key in changed) next[key] = changed[key] || undefined;
    void navigate({ to: '.', search: next, replace: true });
  };
  return [filters, change];
}

export function filtersOf<Key extends string>(
  search: Record<string, unknown>,
  keys: readonly Key[],
): Partial<Record<Key, string>> {
  const filters: Partial<Record<Key, string>> = {};
  for (const key of keys) {
    const value = search[key];
    if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') {
      const text = String(value); // the router reads ?q=42 as a number
      if (text) filters[key] = text;
    }
  }
  return filters;
}
