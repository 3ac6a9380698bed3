import { CloseButton, Menu, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconCheck, IconChevronDown, IconSearch, IconX } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';
import classes from './FilterBar.module.css';

interface Option {
  value: string;
  label: string;
}

export interface Filter {
  key: string;
  label: string;
  options: Option[];
}

interface Props<Key extends string> {
  /** Shows a search field for this key (its value is the words typed). */
  search?: { key: Key; placeholder: string };
  filters?: (Filter & { key: Key })[];
  /** From `useFilters`. */
  value: Partial<Record<Key, string>>;
  onChange: (change: Partial<Record<Key, string>>) => void;
  /** At the right end: export, view options. */
  children?: ReactNode;
}

/** The row below a page's title: a search field and filters as chips. */
export function FilterBar<Key extends string>({ search, filters = [], value, onChange, children }: Props<Key>) {
  const change = (key: Key, next: string | undefined) => onChange({ [key]: next } as Partial<Record<Key, string>>);
  return (
    <div className={classes.bar} role="search">
      {search && (
        <SearchField
          placeholder={search.placeholder}
          value={value[search.key] ?? ''}
          onChange={(text) => change(search.key, text || undefined)}
        />
      )}
      {filters.map((filter) => {
        const chosen = filter.options.find((option) => option.value === value[filter.key]);
        return (
          <span key={filter.key} className={classes.chip} data-on={chosen ? true : undefined}>
            <Menu position="bottom-start">
              <Menu.Target>
                <button type="button" className={classes.label}>
                  {filter.label}
                  {chosen && <strong>{chosen.label}</strong>}
                  {!chosen && <IconChevronDown size={14} aria-hidden />}
                </button>
              </Menu.Target>
              <Menu.Dropdown mah={320} style={{ overflowY: 'auto' }}>
                {filter.options.map((option) => (
                  <Menu.Item
                    key={option.value}
                    onClick={() => change(filter.key, option === chosen ? undefined : option.value)}
                    rightSection={option === chosen ? <IconCheck size={14} aria-label="chosen" /> : null}
                  >
                    {option.label}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
            {chosen && (
              <button
                type="button"
                className={classes.remove}
                aria-label={`Remove the filter ${filter.label}`}
                onClick={() => change(filter.key, undefined)}
              >
                <IconX size={14} aria-hidden />
              </button>
            )}
          </span>
        );
      })}
      {children && <div className={classes.end}>{children}</div>}
    </div>
  );
}

const typingPauseMillis = 250;

function SearchField(props: { value: string; placeholder: string; onChange: (text: string) => void }) {
  const [text, setText] = useState(props.value);
  const [seen, setSeen] = useState(props.value);
  const [told, setTold] = useState(props.value);
  if (props.value !== seen) {
    setSeen(props.value);
    if (props.value !== told) setText(props.value); // changed from outside, by a saved view or the back button
  }
  const tell = useDebouncedCallback((words: string) => {
    setTold(words);
    props.onChange(words);
  }, typingPauseMillis);
  const change = (next: string) => {
    setText(next);
    tell(next.trim());
  };
  return (
    <TextInput
      className={classes.search}
      leftSection={<IconSearch size={16} aria-hidden />}
      aria-label={props.placeholder}
      placeholder={props.placeholder}
      value={text}
      onChange={(event) => change(event.currentTarget.value)}
      rightSection={text && <CloseButton aria-label="Clear the search" onClick={() => change('')} />}
    />
  );
}
