import { Button } from '@mantine/core';
import { IconArrowUpRight } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';

/** What somebody sees of a request that they had, and that others work on now. */
export function HandedOverPage({ words }: { words: string }) {
  return (
    <Page title="Handed over">
      <EmptyState
        icon={IconArrowUpRight}
        action={
          <Button component={Link} to="/requests">
            Go to my requests
          </Button>
        }
      >
        {words}
      </EmptyState>
    </Page>
  );
}
