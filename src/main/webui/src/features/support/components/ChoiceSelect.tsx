import { Loader, Select } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { RecordType } from '@/shared/api/types';
import type { Choice } from '../api/choices';

interface Props {
  label: string;
  description?: ReactNode;
  placeholder?: string;
  required?: boolean;
  clearable?: boolean;
  /** For live updates. */
  recordType: RecordType;
  load: (words: string) => Promise<Choice[]>;
  /** What is chosen when the form opens, so that it has a name before anything is loaded. */
  chosen?: Choice | null;
  value?: string | null;
  error?: ReactNode;
  onChange: (value: string | null) => void;
}

const typingPauseMillis = 200;

/** A choice out of many records: found by typing, and loaded from the server. */
export function ChoiceSelect({ recordType, load, chosen = null, value = null, onChange, ...field }: Props) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words, typingPauseMillis);
  const [picked, setPicked] = useState(chosen);
  const isName = picked !== null && asked === picked.label;
  const query = useQuery({
    queryKey: [recordType, 'choices', isName ? '' : asked],
    queryFn: () => load(isName ? '' : asked),
    placeholderData: keepPreviousData,
  });
  const found = query.data ?? [];
  const options =
    picked && picked.value === value && !found.some((option) => option.value === value) ? [picked, ...found] : found;
  return (
    <Select
      {...field}
      searchable
      data={options}
      filter={({ options: all }) => all}
      value={value}
      searchValue={words}
      onSearchChange={setWords}
      onChange={(next) => {
        setPicked(options.find((option) => option.value === next) ?? null);
        onChange(next);
      }}
      nothingFoundMessage={query.isFetching ? 'Looking …' : 'Nothing found'}
      rightSection={query.isFetching ? <Loader size={14} /> : undefined}
      comboboxProps={{ withinPortal: true }}
    />
  );
}
