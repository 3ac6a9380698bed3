import { describe, expect, it } from 'vitest';
import { namesOf } from './MemberNames';

describe('namesOf', () => {
  it('names a few members', () => {
    expect(namesOf(['Ada Hill', 'Ben Stone'])).toBe('Ada Hill, Ben Stone');
  });
  it('counts the rest', () => {
    expect(namesOf(['A', 'B', 'C', 'D', 'E', 'F', 'G'])).toBe('A, B, C, D, E and 2 more');
  });
  it('says what an empty queue means', () => {
    expect(namesOf([])).toContain('nobody can take');
  });
});
