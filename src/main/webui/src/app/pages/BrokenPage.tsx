import { Button, Group } from '@mantine/core';
import { IconMoodSad, IconPlugConnectedX } from '@tabler/icons-react';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { Problem } from '@/shared/api/problem';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { NotFoundPage } from './NotFoundPage';

/** The error boundary of every page. */
export function BrokenPage({ error, reset }: ErrorComponentProps) {
  const problem = Problem.from(error);
  if (problem.status === 404) return <NotFoundPage />;
  const isOurs = problem.status < 0;
  return (
    <Page title={problem.isUnreachable ? 'No connection' : 'This page did not load'}>
      <EmptyState
        icon={problem.isUnreachable ? IconPlugConnectedX : IconMoodSad}
        action={
          <Group>
            {!isOurs && <Button onClick={reset}>Try again</Button>}
            <Button variant={isOurs ? 'filled' : 'default'} onClick={() => window.location.reload()}>
              Reload
            </Button>
          </Group>
        }
      >
        {isOurs
          ? 'A part of this page broke. Nothing that you saved is lost; reloading usually helps.'
          : problem.message}
      </EmptyState>
    </Page>
  );
}
