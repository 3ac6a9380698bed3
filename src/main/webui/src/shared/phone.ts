/** What a device dials for a number as it is shown (“+1 303-555-0199 ext. 12”); null for a text that is none. */
export function dialOf(number: string): string | null {
  const found = /^(\+[\d\s().\-/]+?)(?: ext\. (\d+))?$/.exec(number);
  if (!found) return null;
  const digits = found[1]!.replace(/[^+\d]/g, '');
  return found[2] ? `tel:${digits};ext=${found[2]}` : `tel:${digits}`;
}
