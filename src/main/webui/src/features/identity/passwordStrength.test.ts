import { describe, expect, it } from 'vitest';
import { passwordStrength } from './passwordStrength';

describe('passwordStrength', () => {
  it('says how much is missing', () => {
    expect(passwordStrength('ninechars').hint).toBe('1 more character.');
  });

  it('warns of words that are guessed first', () => {
    expect(passwordStrength('partnerflow2026', []).hint).toContain('partnerflow');
    expect(passwordStrength('AcmeCorp-is-great', ['AcmeCorp']).score).toBe(1);
  });

  it('counts length above all', () => {
    expect(passwordStrength('aaaaaaaaaaaaaaaa').score).toBe(1);
    expect(passwordStrength('teapot under ladder').score).toBeGreaterThanOrEqual(3);
    expect(passwordStrength('teapot under a green ladder').score).toBe(4);
  });
});
