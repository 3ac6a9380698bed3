import { describe, expect, it } from 'vitest';
import { sizeText } from './size';

describe('sizeText', () => {
  it.each([
    [1, '1 B'],
    [999, '999 B'],
    [1_500, '1.5 kB'],
    [23_400, '23 kB'],
    [10_485_760, '10 MB'],
  ])('writes %d bytes as %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
});
