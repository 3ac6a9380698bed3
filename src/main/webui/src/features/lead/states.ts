import type { Tone } from '@/shared/components/StatusBadge';
import type { LeadState } from './api/leads';
import type { Offer } from './api/offers';

interface Words {
  label: string;
  tone: Tone;
}

const states: Record<LeadState, Words> = {
  NEW: { label: 'Being decided', tone: 'waiting' },
  OFFERED: { label: 'Offered', tone: 'active' },
  QUEUED: { label: 'In a queue', tone: 'waiting' },
  UNASSIGNED: { label: 'Unassigned', tone: 'soon' },
  ACCEPTED: { label: 'Accepted', tone: 'won' },
  CONVERTED: { label: 'Became a deal', tone: 'won' },
};

export const leadStates = Object.keys(states) as LeadState[];

export function stateWords(state: LeadState): Words {
  return states[state];
}

const ways: Record<Offer['way'], string> = {
  RULES: 'by the rules',
  HAND: 'by hand',
  QUEUE: 'from the queue',
  OWN: 'by entering it',
};

const answers = {
  ACCEPTED: 'accepted',
  DECLINED: 'declined',
  EXPIRED: 'did not answer in time',
  WITHDRAWN: 'did not answer before it was withdrawn',
} as const;

/** "Ada Hill (Apple Inc.) was offered it by the rules and declined." */
export function offerSentence(offer: Offer): string {
  const who = offer.partnerUser.partner
    ? `${offer.partnerUser.name} (${offer.partnerUser.partner})`
    : offer.partnerUser.name;
  if (offer.way === 'QUEUE') return `${who} took it from a queue.`;
  if (offer.way === 'OWN') return `${who} entered it and keeps it.`;
  const asked = `${who} was offered it ${ways[offer.way]}`;
  return offer.answer ? `${asked} and ${answers[offer.answer]}.` : `${asked} and has not answered yet.`;
}
