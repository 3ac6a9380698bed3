import { describe, expect, it } from 'vitest';
import { daysIn, dueOf } from './due';

const now = new Date(2026, 10, 21, 12, 0);
const at = (days: number, hours = 0) => new Date(2026, 10, 21 + days, 12 + hours, 0).toISOString();

describe('dueOf', () => {
  it('warns when time runs out', () => {
    expect(dueOf(at(0, 3), now)).toEqual({ text: 'due today', tone: 'soon' });
    expect(dueOf(at(1, 9), now)).toEqual({ text: 'due tomorrow', tone: 'soon' });
  });

  it('counts the days since', () => {
    expect(dueOf(at(0, -1), now)).toEqual({ text: 'overdue', tone: 'overdue' });
    expect(dueOf(at(-2, -1), now)).toEqual({ text: '2 d overdue', tone: 'overdue' });
  });

  it('names the date while there is time, and nothing without one', () => {
    expect(dueOf(at(9), now)?.tone).toBeUndefined();
    expect(dueOf(null, now)).toBeNull();
  });
});

describe('daysIn', () => {
  it('counts whole days', () => {
    expect(daysIn(at(0, -5), now)).toBe('today');
    expect(daysIn(at(-3), now)).toBe('3 d');
  });
});
