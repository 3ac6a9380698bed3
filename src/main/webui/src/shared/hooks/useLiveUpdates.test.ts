import { describe, expect, it } from 'vitest';
import { isTouched } from './useLiveUpdates';

describe('isTouched', () => {
  const deals = new Set(['deal']);
  it('finds queries by the first part of their key', () => {
    expect(isTouched({ queryKey: ['deal', '1'], meta: undefined }, deals)).toBe(true);
    expect(isTouched({ queryKey: ['lead', '1'], meta: undefined }, deals)).toBe(false);
  });

  it('finds queries that name other record types', () => {
    expect(isTouched({ queryKey: ['home'], meta: { recordTypes: ['lead', 'deal'] } }, deals)).toBe(true);
  });
});
