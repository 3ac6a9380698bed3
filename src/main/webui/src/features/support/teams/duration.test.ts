import { expect, it } from 'vitest';
import { inUnit, minutesOf } from './duration';

it.each([
  [30, 30, 'minutes'],
  [90, 90, 'minutes'],
  [120, 2, 'hours'],
  [2880, 2, 'days'],
])('shows %d minutes as %d %s', (minutes, count, unit) => {
  expect(inUnit(minutes)).toEqual({ count, unit });
});

it('takes what is typed back to minutes', () => {
  expect(minutesOf(2, 'days')).toBe(2880);
  expect(minutesOf('3', 'hours')).toBe(180);
  expect(minutesOf('', 'hours')).toBe(0);
  expect(minutesOf('soon', 'hours')).toBe(0);
});
