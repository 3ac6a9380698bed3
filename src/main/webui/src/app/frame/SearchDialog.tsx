import { createSpotlight, Spotlight } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useSearch } from '@/features/search/useSearch';
import { recordPages } from '@/shared/recordPages';
import { useNavigationItems } from './useNavigationItems';

const [searchStore, search] = createSpotlight();

export const openSearch = search.open;

/** Ctrl+K from anywhere: records by name, and pages. */
export function SearchDialog() {
  const [typed, setTyped] = useState('');
  return (
    <Spotlight.Root
      store={searchStore}
      title="Search"
      classNames={{ header: 'pf-visually-hidden' }}
      query={typed}
      onQueryChange={setTyped}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      centered={false}
      yOffset="12vh"
      overlayProps={{ backgroundOpacity: 0.4, blur: 0 }}
      transitionProps={{ duration: 120 }}
    >
      <Spotlight.Search
        aria-label="Search"
        placeholder="Search organisations, people, deals and pages"
        leftSection={<IconSearch size={18} aria-hidden />}
      />
      <Found typed={typed} />
    </Spotlight.Root>
  );
}

function Found({ typed }: { typed: string }) {
  const navigate = useNavigate();
  const words = typed.trim().toLowerCase();
  const pages = useNavigationItems().filter((item) => item.label.toLowerCase().includes(words));
  const { hits, isSearching, error } = useSearch(typed);
  const records = hits.filter((hit) => hit.recordType in recordPages);
  const nothing = records.length === 0 && pages.length === 0;
  return (
    <Spotlight.ActionsList mah="60vh" style={{ overflowY: 'auto' }}>
      {records.length > 0 && (
        <Spotlight.ActionsGroup label="Records">
          {records.map((hit) => {
            const kind = recordPages[hit.recordType]!;
            return (
              <Spotlight.Action
                key={hit.recordId}
                label={hit.title}
                description={[kind.name, hit.subtitle].filter(Boolean).join(' · ')}
                leftSection={<kind.icon size={18} stroke={1.7} aria-hidden />}
                onClick={() => void navigate({ to: `${kind.path}/${hit.recordId}` })}
              />
            );
          })}
        </Spotlight.ActionsGroup>
      )}
      {pages.length > 0 && (
        <Spotlight.ActionsGroup label="Pages">
          {pages.map((item) => (
            <Spotlight.Action
              key={item.to}
              label={item.label}
              leftSection={<item.icon size={18} stroke={1.7} aria-hidden />}
              onClick={() => void navigate({ to: item.to })}
            />
          ))}
        </Spotlight.ActionsGroup>
      )}
      {nothing && <Spotlight.Empty>{emptyText(isSearching, error, typed)}</Spotlight.Empty>}
    </Spotlight.ActionsList>
  );
}

function emptyText(isSearching: boolean, error: unknown, typed: string): string {
  if (error) return 'The search did not answer. Try again.';
  return isSearching ? 'Searching …' : `Nothing is called "${typed.trim()}". Try a part of the name.`;
}
