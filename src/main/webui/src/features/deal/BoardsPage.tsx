import { useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { boardsQuery } from './api/boards';

/** Leads to the board for new deals. */
export function BoardsPage() {
  const boards = useQuery(boardsQuery);
  const first = boards.data?.[0];
  if (first) return <Navigate to="/boards/$workflowId" params={{ workflowId: first.id }} replace />;
  return (
    <Page title="Board">
      <ProblemAlert error={boards.error} onRetry={() => void boards.refetch()} />
      {boards.data && <EmptyState>There is no workflow yet. An ops manager publishes the first one.</EmptyState>}
    </Page>
  );
}
