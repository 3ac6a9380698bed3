import { Alert, Anchor, Button, Skeleton, Stack, Text } from '@mantine/core';
import { IconEdit, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Page } from '@/shared/components/Page';
import { personName } from '@/shared/personName';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordHeader } from '@/shared/components/RecordHeader';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { useSession } from '@/shared/session';
import { PhoneLink } from '@/shared/components/PhoneLink';
import { decisionsQuery } from './api/decisions';
import { leadQuery } from './api/lead';
import type { Lead } from './api/leads';
import { AssignDialog } from './AssignDialog';
import { DecideAgain } from './DecideAgain';
import { DecisionExplanation } from './DecisionExplanation';
import { EditLeadDialog } from './EditLeadDialog';
import { LeadAnswerButtons } from './LeadAnswerButtons';
import classes from './LeadPage.module.css';
import { LeadStateBadge } from './LeadStateBadge';
import { amount } from './money';
import { OfferTimeline } from './OfferTimeline';

export function LeadPage() {
  const { leadId } = useParams({ strict: false }) as { leadId: string };
  const { data: lead, error } = useQuery(leadQuery(leadId));
  if (error) {
    return (
      <Page title="Lead">
        <ProblemAlert error={error} />
      </Page>
    );
  }
  return lead ? <LoadedLead lead={lead} /> : <Skeleton height={160} m="lg" />;
}

function LoadedLead({ lead }: { lead: Lead }) {
  const { kind } = useSession();
  const staff = kind === 'STAFF';
  return (
    <div className={classes.page}>
      <RecordHeader
        title={lead.company}
        status={<LeadStateBadge state={lead.state} />}
        back={staff ? { to: '/leads', label: 'Leads' } : { to: '/lead-inbox', label: 'Lead inbox' }}
        facts={[
          { label: lead.queue && !lead.owner ? 'Queue' : 'Partner', value: holder(lead) },
          { label: 'Value', value: amount(lead) },
          { label: 'Product', value: lead.product },
          { label: 'Region', value: [lead.region, lead.country].filter(Boolean).join(', ') || null },
          { label: 'Source', value: lead.source },
          { label: 'Received', value: <RelativeTime at={lead.receivedAt} /> },
        ]}
        actions={<Actions lead={lead} />}
      />
      <Missing lead={lead} />
      <div className={classes.columns} data-staff={staff || undefined}>
        {staff && <Explanation lead={lead} />}
        <Stack gap="md">
          <Section title="Offers">
            <OfferTimeline leadId={lead.id} />
          </Section>
          <About lead={lead} />
        </Stack>
      </div>
    </div>
  );
}

/** What is better known before a partner accepts the lead, who is asked for it then. */
function Missing({ lead }: { lead: Lead }) {
  if (lead.missing.length === 0) return null;
  return (
    <Alert variant="light" color="yellow" title="Before it can become a deal">
      {lead.missing.map((gap) => (
        <Text key={gap.field} size="sm">
          {gap.message}
        </Text>
      ))}
    </Alert>
  );
}

function holder(lead: Lead) {
  if (lead.owner) return lead.owner.partner ? `${lead.owner.name}, ${lead.owner.partner}` : lead.owner.name;
  return lead.queue?.name;
}

function Actions({ lead }: { lead: Lead }) {
  const [open, setOpen] = useState<'assign' | 'edit' | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      <LeadAnswerButtons lead={lead} />
      {lead.dealId && (
        <Button component={Link} to={`/deals/${lead.dealId}`}>
          Open the deal
        </Button>
      )}
      {lead.steps.includes('EDIT') && (
        <>
          <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={() => setOpen('edit')}>
            Edit
          </Button>
          <EditLeadDialog lead={lead} opened={open === 'edit'} onClose={close} />
        </>
      )}
      {lead.steps.includes('ASSIGN') && (
        <>
          <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setOpen('assign')}>
            Assign
          </Button>
          <AssignDialog lead={lead} opened={open === 'assign'} onClose={close} />
        </>
      )}
    </>
  );
}

function Explanation({ lead }: { lead: Lead }) {
  const { data: decisions, error } = useQuery(decisionsQuery(lead.id));
  return (
    <Section
      title={lead.owner ? 'Why this partner?' : 'How it was decided'}
      description="What the assignment rules decided, the latest first, with a word on everybody who could have been chosen."
      action={lead.steps.includes('ASSIGN') && <DecideAgain lead={lead} />}
    >
      <ProblemAlert error={error} />
      {decisions?.length === 0 && (
        <Text c="dimmed">
          {lead.state === 'NEW' ? 'The rules are looking for a partner.' : 'This lead was assigned by hand.'}
        </Text>
      )}
      {decisions?.map((decision) => (
        <DecisionExplanation key={decision.id} decision={decision} />
      ))}
    </Section>
  );
}

function About({ lead }: { lead: Lead }) {
  const { contact } = lead;
  return (
    <Section title="Contact">
      <dl className={classes.about}>
        <dt>Name</dt>
        <dd>{personName(contact)}</dd>
        <dt>Email</dt>
        <dd>
          <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
        </dd>
        <dt>Phone</dt>
        <dd>
          <PhoneLink number={contact.phone} />
        </dd>
        {lead.industry && (
          <>
            <dt>Industry</dt>
            <dd>{lead.industry}</dd>
          </>
        )}
      </dl>
      {lead.text && <p className={classes.text}>{lead.text}</p>}
    </Section>
  );
}
