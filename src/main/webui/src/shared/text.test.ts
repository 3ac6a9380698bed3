import { describe, expect, it } from 'vitest';
import { initialsOf } from './components/Initials';
import { brief, capitalised, firstCharacter, uncapitalised } from './text';

describe('text', () => {
  it('[F10.14] never cuts a character in two', () => {
    expect(firstCharacter('😀 Ltd')).toBe('😀');
    expect(firstCharacter('')).toBe('');
    expect(brief('ab👩‍👩‍👧cd', 3)).toBe('ab👩‍👩‍👧…');
    expect(brief('🇩🇪🇫🇷', 1)).toBe('🇩🇪…');
    expect(brief('e\u0301e\u0301', 1)).toBe('e\u0301…');
    expect(brief('abc', 3)).toBe('abc');
    expect(capitalised('𐐨𐐩')).toBe('𐐀𐐩');
    expect(uncapitalised('Ärger')).toBe('ärger');
  });

  it('[F10.14] makes initials of whole characters', () => {
    expect(initialsOf('😀 👩‍👩‍👧')).toBe('😀👩‍👩‍👧');
    expect(initialsOf('Ada Lovelace')).toBe('AL');
    expect(initialsOf('𐐨da')).toBe('𐐀');
    expect(initialsOf(' ')).toBe('?');
  });
});
