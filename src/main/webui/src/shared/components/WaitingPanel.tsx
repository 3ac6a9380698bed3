import { Button, Skeleton, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { PagedList } from '../hooks/usePagedList';
import { ProblemAlert } from './ProblemAlert';
import { Section } from './Section';
import { WaitingList, type WaitingItem } from './WaitingList';

interface Props<T> {
  title: string;
  list: PagedList<T>;
  itemOf: (row: T) => WaitingItem;
  /** One sentence for when nothing waits. */
  empty: string;
  /** The page with all of them. */
  all: { to: string; search?: Record<string, unknown> };
}

/** A panel of the start page: the first few things that wait for the user, each a link. */
export function WaitingPanel<T>({ title, list, itemOf, empty, all }: Props<T>) {
  return (
    <Section
      title={title}
      action={
        list.items.length > 0 && (
          <Button
            size="compact-sm"
            variant="subtle"
            aria-label={`${title}: show all`}
            renderRoot={(props) => <Link {...all} {...props} />}
          >
            Show all
          </Button>
        )
      }
    >
      <ProblemAlert error={list.problem} onRetry={list.retry} />
      {list.isLoading && <Skeleton height={72} />}
      {!list.isLoading && !list.problem && list.items.length === 0 && <Text c="dimmed">{empty}</Text>}
      <WaitingList items={list.items.map(itemOf)} />
    </Section>
  );
}
