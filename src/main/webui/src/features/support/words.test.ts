import { describe, expect, it } from 'vitest';
import { relativeTime } from '@/shared/time';
import { dueWords, durationWords, stateWords } from './words';

describe('durationWords', () => {
  it.each([
    [1, '1 minute'],
    [60, '1 hour'],
    [90, '1 hour 30 minutes'],
    [24 * 60, '1 day'],
    [3 * 24 * 60 + 61, '3 days 1 hour 1 minute'],
    [0, '0 minutes'],
  ])('says %d minutes as %s', (minutes, words) => {
    expect(durationWords(minutes)).toBe(words);
  });
});

describe('dueWords', () => {
  const now = new Date('2026-11-21T12:00:00Z');

  it('warns an hour before', () => {
    expect(dueWords('2026-11-21T12:30:00Z', now, relativeTime)).toEqual({ tone: 'soon', words: 'Due in 30 minutes' });
    expect(dueWords('2026-11-21T15:00:00Z', now, relativeTime).tone).toBe('waiting');
  });

  it('says that it is too late', () => {
    expect(dueWords('2026-11-21T10:00:00Z', now, relativeTime)).toEqual({
      tone: 'overdue',
      words: 'Was due 2 hours ago',
    });
  });
});

describe('stateWords', () => {
  it('tells customers nothing of how we work', () => {
    expect(stateWords('UNASSIGNED', true).words).toBe('Received');
    expect(stateWords('UNASSIGNED', false).words).toBe('Unassigned');
  });

  it('[F6.5] calls a request answered for its customer, whoever has it since', () => {
    expect(stateWords('ASSIGNED', true, true).words).toBe('Answered');
    expect(stateWords('UNASSIGNED', true, true).words).toBe('Answered');
    expect(stateWords('RESOLVED', true, true).words).toBe('Resolved');
    expect(stateWords('ASSIGNED', true).words).toBe('Waits for our answer');
  });
});
