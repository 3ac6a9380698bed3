import type { StatusBadge } from '@/shared/components/StatusBadge';
import type { PartnerUser, PartnerUserState } from './api/partnerUsers';

type Tone = Parameters<typeof StatusBadge>[0]['tone'];

const states: Record<PartnerUserState, { words: string; tone: Tone }> = {
  WAITING: { words: 'Waiting', tone: 'waiting' },
  INVITED: { words: 'Invited', tone: 'active' },
  ACCEPTED: { words: 'Accepted', tone: 'active' },
  ACTIVE: { words: 'Active', tone: 'won' },
  EXPIRED: { words: 'Invitation expired', tone: 'overdue' },
  REMOVED: { words: 'Removed', tone: 'lost' },
};

export const stateOptions = Object.entries(states).map(([value, { words }]) => ({ value, label: words }));

export function stateOf(partner: PartnerUser): { words: string; tone: Tone } {
  if (!partner.active && partner.state !== 'REMOVED') return { words: 'Log-in disabled', tone: 'lost' };
  return states[partner.state];
}

/** The state as a sentence: what has happened, and what it waits for. */
export function stateSentence(partner: PartnerUser): string {
  if (!partner.active && partner.state !== 'REMOVED') return 'The log-in is disabled.';
  switch (partner.state) {
    case 'WAITING':
      return waitingSentence(partner.waitsFor);
    case 'INVITED':
      return partner.remindedAt
        ? 'The invitation was mailed and a reminder as well; there is no answer yet.'
        : 'The invitation was mailed; there is no answer yet.';
    case 'ACCEPTED':
      return 'The invitation was accepted; the log-in is being set up.';
    case 'ACTIVE':
      return 'Active: works in the portal.';
    case 'EXPIRED':
      return 'The invitation has expired. Send it again.';
    case 'REMOVED':
      return 'Removed from the portal; the log-in no longer works.';
  }
}

function waitingSentence(waitsFor: PartnerUser['waitsFor']): string {
  const notAllocated = waitsFor.includes('ALLOCATION');
  const mailOff = waitsFor.includes('MAIL_PARTNER_ADDED');
  if (notAllocated && mailOff) return 'Not allocated, and the email “partner added” is off: no log-in email was sent.';
  if (notAllocated) return 'Not allocated: no log-in email was sent.';
  if (mailOff) return 'The email “partner added” is off: no log-in email was sent.';
  return 'The invitation is on its way.';
}
