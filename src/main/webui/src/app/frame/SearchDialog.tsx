import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useNavigationItems } from './useNavigationItems';

const [searchStore, search] = createSpotlight();

export const openSearch = search.open;

/** Ctrl+K from anywhere: go to a page by its name. */
export function SearchDialog() {
  const navigate = useNavigate();
  const items = useNavigationItems();
  const actions: SpotlightActionData[] = items.map((item) => ({
    id: item.to,
    label: item.label,
    leftSection: <item.icon size={18} stroke={1.7} aria-hidden />,
    onClick: () => void navigate({ to: item.to }),
  }));
  return (
    <Spotlight
      store={searchStore}
      actions={actions}
      shortcut={['mod + K']}
      tagsToIgnore={[]}
      triggerOnContentEditable
      nothingFound="Nothing found. Try another word."
      highlightQuery
      searchProps={{ leftSection: <IconSearch size={18} aria-hidden />, placeholder: 'Search', 'aria-label': 'Search' }}
      transitionProps={{ duration: 120 }}
    />
  );
}
