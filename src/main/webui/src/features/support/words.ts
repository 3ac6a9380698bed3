import type { Tone } from '@/shared/components/StatusBadge';
import type { AssignmentEnd, ListView, Priority, RequestState } from './api/types';

interface Words {
  tone: Tone;
  words: string;
}

const forStaff: Record<RequestState, Words> = {
  NEW: { tone: 'waiting', words: 'Being assigned' },
  ASSIGNED: { tone: 'active', words: 'Assigned' },
  RESPONDED: { tone: 'active', words: 'Responded' },
  RESOLVED: { tone: 'won', words: 'Resolved' },
  UNASSIGNED: { tone: 'overdue', words: 'Unassigned' },
};

const forCustomers: Record<RequestState, Words> = {
  NEW: { tone: 'waiting', words: 'Received' },
  ASSIGNED: { tone: 'waiting', words: 'Waits for our answer' },
  RESPONDED: { tone: 'active', words: 'Answered' },
  RESOLVED: { tone: 'won', words: 'Resolved' },
  UNASSIGNED: { tone: 'waiting', words: 'Received' },
};

/** @param answered whether the customer has had an answer, of whoever had the request then */
export function stateWords(state: RequestState, customer: boolean, answered = false): Words {
  if (customer && answered && state !== 'RESOLVED') return forCustomers.RESPONDED;
  return (customer ? forCustomers : forStaff)[state];
}

export const priorityWords: Record<Priority, string> = {
  LOW: 'Low',
  NORMAL: 'Normal',
  HIGH: 'High',
  URGENT: 'Urgent',
};

export const viewWords: Record<ListView, string> = {
  OPEN: 'Open',
  MINE: 'Mine',
  UNASSIGNED: 'Unassigned',
  OVERDUE: 'Overdue',
  RESOLVED: 'Resolved',
};

export const endWords: Record<AssignmentEnd, string> = {
  NOBODY: 'Nobody could take it',
  RESPONSE_OVERDUE: 'The response time ran out',
  RESOLUTION_OVERDUE: 'The resolution time ran out',
  BY_HAND: 'Escalated by hand',
  HANDED_OVER: 'Handed over by hand',
  LEFT: 'Left, and it was assigned anew',
  RESOLVED: 'Resolved',
};

const units: [number, string, string][] = [
  [24 * 60, 'day', 'days'],
  [60, 'hour', 'hours'],
  [1, 'minute', 'minutes'],
];

/** 90 is "1 hour 30 minutes". */
export function durationWords(minutes: number): string {
  const parts: string[] = [];
  let rest = minutes;
  for (const [size, one, many] of units) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(`${count} ${count === 1 ? one : many}`);
  }
  return parts.length > 0 ? parts.join(' ') : '0 minutes';
}

const soonMillis = 60 * 60_000;

/** How near a due time is, and in words: "due in 3 hours", "was due 5 minutes ago". */
export function dueWords(dueAt: string, now: Date, relative: (at: string, now: Date) => string): Words {
  const left = new Date(dueAt).getTime() - now.getTime();
  if (left < 0) return { tone: 'overdue', words: `Was due ${relative(dueAt, now)}` };
  return { tone: left < soonMillis ? 'soon' : 'waiting', words: `Due ${relative(dueAt, now)}` };
}
