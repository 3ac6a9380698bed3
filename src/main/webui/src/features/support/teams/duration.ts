export type Unit = 'minutes' | 'hours' | 'days';

const minutesIn: Record<Unit, number> = { minutes: 1, hours: 60, days: 24 * 60 };

/** The largest unit in which the time is a whole number. */
export function inUnit(minutes: number): { count: number; unit: Unit } {
  for (const unit of ['days', 'hours'] as const) {
    if (minutes > 0 && minutes % minutesIn[unit] === 0) return { count: minutes / minutesIn[unit], unit };
  }
  return { count: minutes, unit: 'minutes' };
}

/** What was typed as minutes; 0 when it is no number. */
export function minutesOf(typed: number | string, unit: Unit): number {
  const count = Number(typed);
  return Number.isFinite(count) ? Math.round(count * minutesIn[unit]) : 0;
}
