import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { useSession } from '@/shared/session';

export function NoPermissionPage() {
  const { organisation } = useSession();
  return (
    <Page title="No permission">
      <EmptyState
        icon={IconLock}
        action={
          <Button component={Link} to="/">
            Go to the start page
          </Button>
        }
      >
        Your role in {organisation.name} does not include this page. An administrator of the organisation can give you a
        role that does.
      </EmptyState>
    </Page>
  );
}
