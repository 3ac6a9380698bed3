import { describe, expect, it } from 'vitest';
import type { PartnerUser } from './api/partnerUsers';
import { stateOf, stateSentence } from './stateWords';

const partner = { state: 'WAITING', waitsFor: [], active: true, remindedAt: null } as unknown as PartnerUser;

describe('stateSentence', () => {
  it('says what the invitation waits for', () => {
    expect(stateSentence({ ...partner, waitsFor: ['ALLOCATION'] })).toBe('Not allocated: no log-in email was sent.');
    expect(stateSentence({ ...partner, waitsFor: ['MAIL_PARTNER_ADDED'] })).toContain('“partner added” is off');
    expect(stateSentence({ ...partner, waitsFor: ['ALLOCATION', 'MAIL_PARTNER_ADDED'] })).toContain(
      'Not allocated, and',
    );
    expect(stateSentence(partner)).toBe('The invitation is on its way.');
  });

  it('says so when the log-in is disabled', () => {
    expect(stateSentence({ ...partner, state: 'ACTIVE', active: false })).toBe('The log-in is disabled.');
    expect(stateOf({ ...partner, state: 'REMOVED', active: false }).words).toBe('Removed');
  });
});
