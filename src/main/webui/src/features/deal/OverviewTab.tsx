import { Anchor } from '@mantine/core';
import { Section } from '@/shared/components/Section';
import { personName } from '@/shared/personName';
import { Timeline } from '@/shared/components/Timeline';
import { PhoneLink } from '@/shared/components/PhoneLink';
import type { Deal } from './api/types';
import classes from './DealPage.module.css';
import { FilesTab } from './FilesTab';
import { NotesTab } from './NotesTab';

/** The latest notes and files, who to call, and the way so far. */
export function OverviewTab({ deal }: { deal: Deal }) {
  return (
    <div className={classes.columns}>
      <NotesTab dealId={deal.id} limit={3} />
      <div className={classes.stack}>
        <FilesTab dealId={deal.id} limit={3} />
        <Section title="Contacts">
          <ul className={classes.list}>
            {deal.contacts.map((contact) => (
              <li key={contact.id} className={classes.person}>
                <span className={classes.wholeLine}>{personName(contact)}</span>
                <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
                <PhoneLink number={contact.phone} />
              </li>
            ))}
          </ul>
        </Section>
        <Section title="Way so far">
          <Timeline label="Way so far" entries={wayOf(deal)} />
        </Section>
      </div>
    </div>
  );
}

function wayOf(deal: Deal) {
  const moves = deal.progress
    .flatMap((step) => step.visits.map((visit) => ({ step, visit })))
    .flatMap(({ step, visit }) =>
      visit.leftAt
        ? [
            {
              id: `${step.elementId} ${visit.leftAt}`,
              title: `${visit.leftBy ?? 'Workflow'}: ${step.name} to ${visit.movedTo ?? 'the next stage'}`,
              at: visit.leftAt,
              body: visit.outcome && visit.outcome !== visit.movedTo ? visit.outcome : undefined,
            },
          ]
        : [],
    )
    .sort((a, b) => b.at.localeCompare(a.at));
  return [...moves, { id: 'created', title: 'Deal added', at: deal.createdAt }];
}
