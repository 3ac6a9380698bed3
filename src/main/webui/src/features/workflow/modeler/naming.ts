import { capitalised } from '@/shared/text';

/** Ids say what they are, because running deals are found by them: "Needs analysis" becomes Stage_NeedsAnalysis. */
export function idFor(prefix: string, name: string, isTaken: (id: string) => boolean): string | null {
  const words = name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .match(/[A-Za-z0-9]+/g);
  if (!words) return null;
  const base = `${prefix}_${words
    .map(capitalised)
    .join('')
    .replace(/^(.{60}).*/, '$1')}`;
  if (!isTaken(base)) return base;
  for (let number = 2; ; number++) {
    if (!isTaken(`${base}${number}`)) return `${base}${number}`;
  }
}

/** An id that the modeler made up, and that says nothing. */
export function isMadeUp(id: string): boolean {
  return /^(Activity|Gateway|Event|Flow)_[0-9a-z]{7}$/.test(id);
}

/** The condition of the outcome that a person chooses by its name. */
export function outcomeCondition(name: string): string {
  return `=outcome = "${name.trim().replace(/["\\]/g, '')}"`;
}
