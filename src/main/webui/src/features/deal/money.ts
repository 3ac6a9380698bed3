import type { Money } from './api/types';

/** "$1,500" or "€ 1,234.50": without empty cents. */
export function moneyText(money: Money): string {
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: money.currency,
    trailingZeroDisplay: 'stripIfInteger',
  }).format(money.amount);
}

/** Short, for the head of a column: "$1.2M". Values in several currencies cannot be added up. */
export function sumText(values: Money[]): string | undefined {
  const [first] = values;
  if (!first || values.some((value) => value.currency !== first.currency)) return undefined;
  return new Intl.NumberFormat(undefined, {
    style: 'currency',
    currency: first.currency,
    notation: 'compact',
    maximumFractionDigits: 1,
  }).format(values.reduce((sum, value) => sum + value.amount, 0));
}

export const currencies = ['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY', 'CZK', 'PLN', 'SEK', 'NOK', 'DKK'];

const remembered = 'partnerflow.currency';

/** The currency that was used last in this browser. */
export function usualCurrency(): string {
  return localStorage.getItem(remembered) ?? 'USD';
}

export function rememberCurrency(currency: string) {
  localStorage.setItem(remembered, currency);
}
