import { describe, expect, it } from 'vitest';
import { actionInWords, changesInWords, dayBegins, detailsInWords } from './words';

describe('audit words', () => {
  it('says an action in words', () => {
    expect(actionInWords('partner-account.enabled-as-partner')).toBe('Partner account enabled as partner');
  });

  it('[F6.2] says what a field was and is, once', () => {
    const changes = [
      { field: 'lastName', before: 'Old', after: 'New' },
      { field: 'email', before: null, after: 'new@example.org' },
      { field: 'ownerId', before: '0198c5d2-7f5e-7c1a-9f11-0242ac120002', after: null },
    ];
    expect(changesInWords(changes, { email: { from: null, to: 'new@example.org' } })).toBe('Last name: Old → New');
  });

  it('says details without ids', () => {
    const details = {
      fromStage: 'Offer',
      owner: '0198c5d2-7f5e-7c1a-9f11-0242ac120002',
      roles: ['ADMIN', 'OPS_MANAGER'],
      allocatedTo: [],
      currency: 'USD',
      note: null,
    };
    expect(detailsInWords(details)).toBe('From stage: Offer · Roles: Admin, Ops manager · Currency: USD');
  });
});

describe('dayBegins', () => {
  it('[F8.4] names the moment, and the one of the next day', () => {
    expect(dayBegins('2026-03-01')).toBe(new Date('2026-03-01T00:00:00').toISOString());
    expect(dayBegins('2026-02-28', 1)).toBe(new Date('2026-03-01T00:00:00').toISOString());
    expect(dayBegins('nonsense')).toBeUndefined();
    expect(dayBegins(undefined)).toBeUndefined();
  });
});
