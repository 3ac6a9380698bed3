import { useQuery } from '@tanstack/react-query';
import { Skeleton } from '@mantine/core';
import { IconPencil } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { ruleSetsQuery, type RuleSet } from './api/ruleSets';
import classes from './RulesPage.module.css';

const about: Record<string, string> = {
  'lead-assignment': 'Which partner user, queue or group gets a new lead.',
  'request-assignment': 'Whether partner users or internal technicians of a layer get a support request first.',
};

export function RulesPage() {
  const { data: ruleSets, error, refetch } = useQuery(ruleSetsQuery);
  return (
    <Page title="Assignment rules" description="Tables that decide who gets what, and explain each decision.">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      <ul className={classes.list} aria-busy={!ruleSets && !error}>
        {ruleSets
          ? ruleSets.map((ruleSet) => <RuleSetCard key={ruleSet.id} ruleSet={ruleSet} />)
          : !error && [0, 1].map((key) => <Skeleton key={key} component="li" height={128} radius="lg" />)}
      </ul>
    </Page>
  );
}

function RuleSetCard({ ruleSet }: { ruleSet: RuleSet }) {
  return (
    <li className={classes.card}>
      <div className={classes.head}>
        <h2 className={classes.title}>
          <Link to="/rules/$ruleSet" params={{ ruleSet: ruleSet.id }} className={classes.link}>
            {ruleSet.label}
          </Link>
        </h2>
        {ruleSet.draftEditedBy && (
          <StatusBadge tone="soon" icon={IconPencil}>
            {`Draft by ${ruleSet.draftEditedBy}`}
          </StatusBadge>
        )}
      </div>
      <p className={classes.about}>{about[ruleSet.id]}</p>
      <p className={classes.facts}>
        Version {ruleSet.version.number}, {ruleSet.rows} {ruleSet.rows === 1 ? 'row' : 'rows'}, published by{' '}
        {ruleSet.version.publishedBy} <RelativeTime at={ruleSet.version.publishedAt} />
      </p>
    </li>
  );
}
