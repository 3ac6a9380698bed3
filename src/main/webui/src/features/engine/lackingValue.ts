import type { Value } from './api/attention';

export const kindsOfValue = ['Text', 'Number', 'Yes or no'] as const;
export type ValueKind = (typeof kindsOfValue)[number];

/** The name that the cause says is lacking: Nothing is called “amount” here. */
export function lackingName(cause: string): string {
  return /Nothing is called “([^”]+)” here/.exec(cause)?.[1] ?? '';
}

/** Why a text is no value of a kind, or null when it is one. */
export function whyNoValue(text: string, kind: ValueKind): string | null {
  const value = text.trim();
  if (kind === 'Number' && (value === '' || !Number.isFinite(Number(value))))
    return 'Expected a number such as 1250.50.';
  if (kind === 'Yes or no' && !/^(yes|no)$/i.test(value)) return 'Expected yes or no.';
  return kind === 'Text' && value === '' ? 'Expected a value.' : null;
}

export function valueOf(text: string, kind: ValueKind): Value {
  const value = text.trim();
  if (kind === 'Number') return Number(value);
  return kind === 'Yes or no' ? /^yes$/i.test(value) : value;
}
