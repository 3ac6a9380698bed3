import type { Tone } from '@/shared/components/StatusBadge';

const day = 24 * 60 * 60 * 1000;
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });

export interface Due {
  text: string;
  /** No tone as long as there is time. */
  tone?: Extract<Tone, 'soon' | 'overdue'>;
}

/** "2 d overdue", "due today", "due tomorrow", "due 5 Dec". */
export function dueOf(dueAt: string | null | undefined, now: Date = new Date()): Due | null {
  if (!dueAt) return null;
  const due = new Date(dueAt);
  const left = due.getTime() - now.getTime();
  if (left < 0) {
    const days = Math.floor(-left / day);
    return { text: days === 0 ? 'overdue' : `${days} d overdue`, tone: 'overdue' };
  }
  const days = calendarDays(now, due);
  if (days === 0) return { text: 'due today', tone: 'soon' };
  if (days === 1) return { text: 'due tomorrow', tone: 'soon' };
  return { text: `due ${shortDate.format(due)}` };
}

/** "today", "3 d": how long the deal has been where it is. */
export function daysIn(since: string, now: Date = new Date()): string {
  const days = Math.floor((now.getTime() - new Date(since).getTime()) / day);
  return days <= 0 ? 'today' : `${days} d`;
}

function calendarDays(from: Date, to: Date): number {
  const midnight = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
  return Math.round((midnight(to) - midnight(from)) / day);
}
