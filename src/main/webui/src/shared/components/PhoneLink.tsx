import { Anchor } from '@mantine/core';
import { dialOf } from '@/shared/phone';

/** A phone number that is dialled by a click, with its extension; a text that is no number stays a text. */
export function PhoneLink({ number }: { number: string }) {
  const dial = dialOf(number);
  return dial ? <Anchor href={dial}>{number}</Anchor> : <>{number}</>;
}
