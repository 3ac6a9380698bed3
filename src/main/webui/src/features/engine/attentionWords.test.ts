import { describe, expect, it } from 'vitest';
import { recordPathOf, workInWords, worksInWords } from './attentionWords';

describe('attention words', () => {
  it('[F8.4] says what was tried, and at which step', () => {
    expect(workInWords({ what: 'partnerflow.send-invitation' })).toBe('Send invitation');
    expect(workInWords({ what: 'mail' })).toBe('Send a mail');
    expect(workInWords({ what: 'condition-error', elementName: 'Large enough?' })).toBe(
      'Decide which way to go, at “Large enough?”',
    );
  });

  it('[F8.4] finds work by the words that the page shows', () => {
    expect(worksInWords('send A mail')).toEqual(['mail']);
    expect(worksInWords('')).toEqual([]);
  });

  it('[F8.4] knows the page of the record by its process', () => {
    expect(recordPathOf({ processId: 'deal-0198c5d2', recordId: '7' })).toBe('/deals/7');
    expect(recordPathOf({ processId: 'portal-invitation', recordId: '7' })).toBe('/partner-users/7');
    expect(recordPathOf({ processId: null, recordId: '7' })).toBeNull();
  });
});
