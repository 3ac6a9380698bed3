import { describe, expect, it } from 'vitest';
import { dialOf } from './phone';

describe('what a device dials [F4.5]', () => {
  it('is the number without its blanks', () => {
    expect(dialOf('+1 303-555-0199')).toBe('tel:+13035550199');
    expect(dialOf('+49 30 1234567')).toBe('tel:+49301234567');
  });

  it('carries the extension', () => {
    expect(dialOf('+1 303-555-0199 ext. 12')).toBe('tel:+13035550199;ext=12');
  });

  it('is nothing for a text that is no number', () => {
    expect(dialOf('ask reception')).toBeNull();
    expect(dialOf('1234')).toBeNull();
  });
});
