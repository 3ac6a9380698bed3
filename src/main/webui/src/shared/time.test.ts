import { describe, expect, it } from 'vitest';
import { relativeTime } from './time';

const now = new Date('2026-11-21T12:00:00Z');

describe('relativeTime', () => {
  it.each([
    ['2026-11-21T11:59:40Z', 'just now'],
    ['2026-11-21T11:58:00Z', '2 minutes ago'],
    ['2026-11-21T09:00:00Z', '3 hours ago'],
    ['2026-11-20T11:00:00Z', 'yesterday'],
    ['2026-11-24T12:00:00Z', 'in 3 days'],
    ['2026-09-20T12:00:00Z', '2 months ago'],
    ['2024-11-21T12:00:00Z', '2 years ago'],
  ])('says %s as "%s"', (instant, words) => {
    expect(relativeTime(instant, now)).toBe(words);
  });
});
