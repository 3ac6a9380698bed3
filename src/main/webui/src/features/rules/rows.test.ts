import { describe, expect, it } from 'vitest';
import type { Row } from './api/draft';
import { duplicateAt, insertAt, move, newRow, removeAt } from './rows';
import { cellInWords } from './words';

const rows = (...ids: string[]): Row[] => ids.map((id) => ({ ...newRow(), id }));
const ids = (list: Row[]) => list.map((row) => row.id).join('');

describe('rows', () => {
  it('move within the table', () => {
    expect(ids(move(rows('a', 'b', 'c'), 0, 2))).toBe('bca');
    expect(ids(move(rows('a', 'b', 'c'), 2, 0))).toBe('cab');
    expect(ids(move(rows('a', 'b'), 0, -1))).toBe('ab');
    expect(ids(move(rows('a', 'b'), 1, 2))).toBe('ab');
  });

  it('are inserted, removed and duplicated with an id of their own', () => {
    expect(ids(insertAt(rows('a', 'b'), 1, { ...newRow(), id: 'x' }))).toBe('axb');
    expect(ids(removeAt(rows('a', 'b'), 0))).toBe('b');
    const [first, copy] = duplicateAt(rows('a'), 0);
    expect(copy?.id).not.toBe(first?.id);
  });
});

describe('cellInWords', () => {
  it('says what a cell demands', () => {
    expect(cellInWords(undefined)).toBe('any');
    expect(cellInWords({ operator: 'ANY_OF', values: ['EMEA', 'APAC'] })).toBe('EMEA or APAC');
    expect(cellInWords({ operator: 'STARTS_WITH', values: ['Event'] })).toBe('starts with Event');
    expect(cellInWords({ operator: 'IS_EMPTY', values: [] })).toBe('is empty');
    expect(cellInWords({ operator: 'AT_LEAST', values: ['250000'] })).toBe('at least 250,000');
    expect(cellInWords({ operator: 'AT_MOST', values: ['many'] })).toBe('at most many');
    expect(cellInWords({ operator: 'BETWEEN', values: ['100', ''] })).toBe('100 to …');
    expect(cellInWords({ operator: 'BETWEEN', values: ['5', '5'] })).toBe('5');
  });
});
