import { Button } from '@mantine/core';
import { IconMapPinOff } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';

export function NotFoundPage() {
  return (
    <Page title="Page not found">
      <EmptyState
        icon={IconMapPinOff}
        action={
          <Button component={Link} to="/">
            Go to the start page
          </Button>
        }
      >
        There is no page at this address. The link may be old, or a letter of it is missing.
      </EmptyState>
    </Page>
  );
}
