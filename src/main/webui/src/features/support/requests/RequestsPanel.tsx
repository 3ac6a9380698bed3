import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { requestCountsQuery } from '../api/requestCounts';
import { viewWords } from '../words';
import classes from './RequestsPanel.module.css';

const views = ['MINE', 'UNASSIGNED', 'OVERDUE', 'OPEN'] as const;

/** On the start page: how many requests wait, each a link to them. */
export function RequestsPanel() {
  const { data: counts, error, refetch } = useQuery(requestCountsQuery);
  const count = { MINE: counts?.mine, UNASSIGNED: counts?.unassigned, OVERDUE: counts?.overdue, OPEN: counts?.open };
  return (
    <Section title="Requests" description="Support requests of customers.">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!counts && !error && <Skeleton height={64} />}
      {counts && (
        <ul className={classes.counts}>
          {views.map((view) => (
            <li key={view}>
              <Link
                to="/requests"
                search={{ view }}
                className={classes.count}
                data-alarming={((view === 'UNASSIGNED' || view === 'OVERDUE') && count[view]) || undefined}
              >
                <strong>{count[view]}</strong>
                {viewWords[view]}
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
