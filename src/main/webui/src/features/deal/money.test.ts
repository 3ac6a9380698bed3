import { describe, expect, it } from 'vitest';
import { moneyText, sumText } from './money';

describe('moneyText', () => {
  it('leaves out empty cents', () => {
    expect(moneyText({ amount: 1500, currency: 'USD' })).toBe('$1,500');
    expect(moneyText({ amount: 1500.5, currency: 'USD' })).toBe('$1,500.50');
  });
});

describe('sumText', () => {
  it('adds up one currency', () => {
    const values = [
      { amount: 1_200_000, currency: 'USD' },
      { amount: 50_000, currency: 'USD' },
    ];
    expect(sumText(values)).toBe('$1.3M');
  });

  it('says nothing about several currencies, or about none', () => {
    const mixed = [
      { amount: 1, currency: 'USD' },
      { amount: 1, currency: 'EUR' },
    ];
    expect(sumText(mixed)).toBeUndefined();
    expect(sumText([])).toBeUndefined();
  });
});
