import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useCan } from '@/shared/session';
import { searchQuery, type Hit } from './api/searchRecords';

const typingPauseMillis = 150;
const fewestLetters = 2;

/** Records of every kind by name, while typing. */
export function useSearch(typed: string): { hits: Hit[]; isSearching: boolean; error: unknown } {
  const can = useCan();
  const [settled] = useDebouncedValue(typed.trim(), typingPauseMillis);
  const enabled = can('search:use') && settled.length >= fewestLetters;
  const { data, isFetching, error } = useQuery({
    ...searchQuery(settled),
    enabled,
    placeholderData: (before) => before,
  });
  return { hits: enabled ? (data ?? []) : [], isSearching: enabled && isFetching, error: enabled ? error : null };
}
