import { describe, expect, it } from 'vitest';
import { actionInWords, detailsInWords } from './words';

describe('audit words', () => {
  it('says an action in words', () => {
    expect(actionInWords('partner-account.enabled-as-partner')).toBe('Partner account enabled as partner');
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
