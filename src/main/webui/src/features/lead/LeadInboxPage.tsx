import { Button, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { useCan } from '@/shared/session';
import { leadsQuery, type LeadFilters } from './api/leads';
import { queuesQuery } from './api/queues';
import { LeadCard } from './LeadCard';
import classes from './LeadInboxPage.module.css';

/** What waits for a partner user: offers to answer, leads in their queues, and what became of those they accepted. */
export function LeadInboxPage() {
  const can = useCan();
  const { data: queues = [] } = useQuery(queuesQuery);
  return (
    <Page
      title="Lead inbox"
      action={
        can('lead:create') && (
          <Button component={Link} to="/leads/new" variant="default" leftSection={<IconPlus size={16} aria-hidden />}>
            New lead
          </Button>
        )
      }
    >
      <Stack gap="md" className={classes.inbox}>
        <Box
          title="Offered to you"
          description="Accept a lead, and it becomes your deal. Decline it, and it is offered to somebody else."
          filters={{ state: ['OFFERED'], mine: true }}
          empty="Nothing waits for your answer. New leads appear here, and you get an email."
        />
        {queues.map((queue) => (
          <Box
            key={queue.id}
            title={`Queue ${queue.name}`}
            description={queue.description || 'The first of its members who takes a lead has it.'}
            filters={{ state: ['QUEUED'], queueId: queue.id }}
            empty="No lead waits in this queue."
          />
        ))}
        <Box
          title="Accepted by you"
          filters={{ state: ['ACCEPTED', 'CONVERTED'], mine: true }}
          empty="Leads that you accept are listed here, each with its deal."
        />
        <Box title="Entered by you" filters={{ submitted: true }} empty="Leads that you enter are listed here." />
      </Stack>
    </Page>
  );
}

interface BoxProps {
  title: string;
  description?: string;
  filters: LeadFilters;
  empty: string;
}

function Box({ title, description, filters, empty }: BoxProps) {
  const { data: leads, error } = useQuery(leadsQuery(filters));
  return (
    <Section title={title} description={description} flush>
      <ProblemAlert error={error} />
      {leads?.items.length === 0 && <EmptyState>{empty}</EmptyState>}
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
