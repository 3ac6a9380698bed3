import { describe, expect, it } from 'vitest';
import { lines, mappingProblem } from './importWords';

describe('mappingProblem', () => {
  it('wants a name, and each field but notes once', () => {
    expect(mappingProblem([null, 'TOWN'])).toContain('full name');
    expect(mappingProblem(['NAME', 'NAME'])).toContain('two columns');
    expect(mappingProblem(['NAME', 'NOTES', 'NOTES'])).toBeNull();
  });

  it('takes the place from one column or from two', () => {
    expect(mappingProblem(['NAME', 'PLACE', 'STATE'])).toContain('not both');
    expect(mappingProblem(['NAME', 'TOWN', 'STATE'])).toBeNull();
  });
});

describe('lines', () => {
  it('counts in words', () => {
    expect(lines(1)).toBe('1 line');
    expect(lines(503)).toBe('503 lines');
  });
});
