import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { personName } from '@/shared/personName';
import type { Lead } from './api/leads';
import { LeadAnswerButtons } from './LeadAnswerButtons';
import classes from './LeadCard.module.css';
import { LeadStateBadge } from './LeadStateBadge';
import { amount } from './money';

/** A lead in the inbox: what it is about, since when it waits, and what can be done. */
export function LeadCard({ lead }: { lead: Lead }) {
  const facts = [
    lead.product,
    lead.region,
    lead.industry,
    lead.value === null || lead.value === undefined ? null : amount(lead),
  ].filter(Boolean);
  return (
    <article className={classes.card} aria-label={lead.company}>
      <div className={classes.words}>
        <Link to="/leads/$leadId" params={{ leadId: lead.id }} className={classes.name}>
          {lead.company}
        </Link>
        <span className={classes.facts}>
          {personName(lead.contact)}
          {facts.map((fact) => (
            <span key={fact}>{fact}</span>
          ))}
          <span>
            <RelativeTime at={lead.stateSince} />
          </span>
        </span>
      </div>
      <div className={classes.actions}>
        {lead.steps.length === 0 && !lead.dealId && <LeadStateBadge state={lead.state} />}
        {lead.dealId && (
          <Anchor component={Link} to={`/deals/${lead.dealId}`} className={classes.deal}>
            Open the deal
          </Anchor>
        )}
        <LeadAnswerButtons lead={lead} />
      </div>
    </article>
  );
}
