import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Problem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { DoorLayout } from '../DoorLayout';

/** What a mailed link leads to when it cannot be used any more, or cannot be looked up just now. */
export function LinkGone({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const problem = Problem.from(error);
  const isGone = problem.status === 404;
  return (
    <DoorLayout
      title={isGone ? 'This link is no longer valid' : 'Your link'}
      lead={isGone && 'It was used already, was replaced by a newer one, or has expired. Ask for a new one.'}
    >
      {!isGone && <ProblemAlert error={problem} onRetry={onRetry} />}
      <Button renderRoot={(props) => <Link to="/login" search={{}} {...props} />} variant="default">
        Go to the log-in page
      </Button>
    </DoorLayout>
  );
}
