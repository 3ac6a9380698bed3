import { act, renderHook } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { toggled, useSelection } from './useSelection';

const rows = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
const key = (row: { id: string }) => row.id;

describe('useSelection', () => {
  it('toggles one row', () => {
    const { result } = renderHook(() => useSelection(rows, key));
    act(() => result.current.toggle('b'));
    expect(result.current.rows.map(key)).toEqual(['b']);
    expect(result.current.some).toBe(true);
    expect(result.current.all).toBe(false);
    act(() => result.current.toggle('b'));
    expect(result.current.rows).toEqual([]);
  });

  it('selects everything between with Shift', () => {
    const { result } = renderHook(() => useSelection(rows, key));
    act(() => result.current.toggle('d'));
    act(() => result.current.toggle('b', 'range'));
    expect(result.current.rows.map(key)).toEqual(['b', 'c', 'd']);
  });

  it('selects all, then none', () => {
    const { result } = renderHook(() => useSelection(rows, key));
    act(() => result.current.toggleAll());
    expect(result.current.all).toBe(true);
    act(() => result.current.toggleAll());
    expect(result.current.rows).toEqual([]);
  });

  it('does not count rows that have left the list', () => {
    const { result, rerender } = renderHook(({ items }) => useSelection(items, key), { initialProps: { items: rows } });
    act(() => result.current.toggle('a'));
    rerender({ items: rows.slice(1) });
    expect(result.current.rows).toEqual([]);
  });
});

describe('toggled', () => {
  it('toggles a single row when the last one is gone', () => {
    expect([...toggled(new Set(), ['a', 'b'], 'b', 'gone')]).toEqual(['b']);
  });
});
