const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What people see as one character each, however many numbers it is written with: letters with marks, emoji, flags. */
function characters(text: string): string[] {
  return Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** The first character; nothing where there is none. */
export function firstCharacter(text: string): string {
  return characters(text)[0] ?? '';
}

/** At most so many characters; what was cut off is told by an ellipsis. */
export function brief(text: string, most: number): string {
  const all = characters(text);
  return all.length > most ? `${all.slice(0, most).join('')}…` : text;
}

export function capitalised(words: string): string {
  const [first = '', ...others] = characters(words);
  return first.toUpperCase() + others.join('');
}

export function uncapitalised(words: string): string {
  const [first = '', ...others] = characters(words);
  return first.toLowerCase() + others.join('');
}
