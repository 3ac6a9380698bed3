import { useQuery } from '@tanstack/react-query';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { leadsQuery } from './api/leads';
import { LeadCard } from './LeadCard';
import classes from './LeadInboxPage.module.css';

/** Leads for which the rules have found nobody: somebody has to assign them by hand. */
export function UnassignedLeadsPanel() {
  const { data: leads, error } = useQuery(leadsQuery({ state: ['UNASSIGNED'], limit: 5 }));
  return (
    <Section title="Unassigned leads" description="The rules have found nobody who can take them." flush>
      <ProblemAlert error={error} />
      {leads?.items.length === 0 && <EmptyState>Every lead is with somebody.</EmptyState>}
      <ul className={classes.cards}>
        {leads?.items.map((lead) => (
          <li key={lead.id}>
            <LeadCard lead={lead} />
          </li>
        ))}
      </ul>
    </Section>
  );
}
