const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;

const steps: [number, number, Intl.RelativeTimeFormatUnit][] = [
  [hour, minute, 'minute'],
  [day, hour, 'hour'],
  [30 * day, day, 'day'],
  [365 * day, 30 * day, 'month'],
  [Number.POSITIVE_INFINITY, 365 * day, 'year'],
];

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });
const exact = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });
const dateOnly = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });

/** "3 hours ago", "in 2 days", "just now". */
export function relativeTime(instant: string | Date, now: Date = new Date()): string {
  const seconds = (new Date(instant).getTime() - now.getTime()) / 1000;
  const size = Math.abs(seconds);
  if (size < 45) return 'just now';
  for (const [below, unitSeconds, unit] of steps) {
    if (size < below) return relative.format(Math.sign(seconds) * Math.max(1, Math.round(size / unitSeconds)), unit);
  }
  return exactTime(instant);
}

export function exactTime(instant: string | Date): string {
  return exact.format(new Date(instant));
}

/** A calendar date such as `2026-11-21`, which belongs to no time zone. */
export function calendarDate(date: string): string {
  return dateOnly.format(new Date(`${date.split('T', 1)[0]}T00:00:00`));
}
