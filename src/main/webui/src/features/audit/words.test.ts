import { describe, expect, it } from 'vitest';
import { actionInWords, actionsInWords, changesInWords, dayBegins, detailsInWords } from './words';

describe('audit words', () => {
  it('says an action in words', () => {
    expect(actionInWords('partner-account.enabled-as-partner')).toBe('Partner account enabled as partner');
  });

  it('[F8.4] finds actions by the words that the page shows', () => {
    expect(actionsInWords('Logged IN')).toEqual(['session.opened']);
    expect(actionsInWords('contact added')).toEqual(['contact.added', 'deal.contact-added']);
    expect(actionsInWords(undefined)).toEqual([]);
  });

  it('[F10.15] says an action of an older version as well as it can', () => {
    expect(actionInWords('sales-lead.changed' as never)).toBe('Sales lead changed');
  });

  it('[F6.2] says what a field was and is, once', () => {
    const changes = [
      { field: 'lastName', before: 'Old', after: 'New' },
      { field: 'email', before: null, after: 'new@example.org' },
      { field: 'ownerId', before: '0198c5d2-7f5e-7c1a-9f11-0242ac120002', after: null },
    ];
    expect(changesInWords(changes, { email: { from: null, to: 'new@example.org' } })).toBe('Last name: Old → New');
  });

  it('[F6.2] names people in the place of their ids', () => {
    const ada = '0198c5d2-7f5e-7c1a-9f11-0242ac120002';
    const bob = '0198c5d2-7f5e-7c1a-9f11-0242ac120003';
    const names = { [ada]: 'Ada', [bob]: 'Bob' };
    const changes = [{ field: 'members', before: [ada], after: [ada, bob] }];
    expect(changesInWords(changes, {}, names)).toBe('Members: Ada → Ada, Bob');
    expect(changesInWords(changes, {}, {})).toBe('');
    expect(detailsInWords({ ownerUserId: { from: ada, to: bob } }, names)).toBe('Owner user: from Ada, to Bob');
    expect(detailsInWords({ ownerUserId: { from: ada, to: bob } })).toBe('');
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
