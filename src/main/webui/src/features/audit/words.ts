/** `partner-account.enabled-as-partner` -> "Partner account enabled as partner". */
export function actionInWords(action: string): string {
  return capitalised(action.replace(/[.-]/g, ' '));
}

/** `partner-account` -> "Partner account". */
export function recordTypeInWords(recordType: string): string {
  return capitalised(recordType.replace(/-/g, ' '));
}

/** The details of an entry, short and readable; ids are left out, they tell people nothing. */
export function detailsInWords(details: Record<string, unknown>): string {
  return Object.entries(details)
    .filter(([, value]) => value !== null && value !== '' && !isId(value))
    .map(([key, value]) => `${capitalised(key.replace(/([A-Z])/g, ' $1').toLowerCase())}: ${valueInWords(value)}`)
    .join(' · ');
}

function valueInWords(value: unknown): string {
  if (Array.isArray(value))
    return value
      .filter((each) => !isId(each))
      .map(valueInWords)
      .join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object' && value !== null) {
    return Object.entries(value)
      .map(([key, each]) => `${key} ${valueInWords(each)}`)
      .join(', ');
  }
  return String(value);
}

function isId(value: unknown): boolean {
  return typeof value === 'string' && /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i.test(value);
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
