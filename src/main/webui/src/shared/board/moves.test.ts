import { describe, expect, it } from 'vitest';
import { byColumn, movesTo, neighbour, nextTarget } from './moves';

const columns = ['new', 'qualified', 'offer', 'won', 'lost'].map((id) => ({ id, title: id }));
const moves = [
  { id: 'm1', label: 'accepted', columnId: 'offer' },
  { id: 'm2', label: 'renegotiated', columnId: 'offer' },
  { id: 'm3', label: 'declined', columnId: 'lost' },
];

describe('movesTo', () => {
  it('offers every outcome that leads to the column, and none elsewhere', () => {
    expect(movesTo(moves, 'offer').map((move) => move.label)).toEqual(['accepted', 'renegotiated']);
    expect(movesTo(moves, 'won')).toEqual([]);
  });
});

describe('nextTarget', () => {
  it('skips columns that cannot take the card', () => {
    expect(nextTarget(columns, moves, 'new', 'new', 1)).toBe('offer');
    expect(nextTarget(columns, moves, 'new', 'offer', 1)).toBe('lost');
  });

  it('leads back home and stops at the ends', () => {
    expect(nextTarget(columns, moves, 'new', 'offer', -1)).toBe('new');
    expect(nextTarget(columns, moves, 'new', 'lost', 1)).toBe('lost');
  });
});

describe('byColumn', () => {
  it('keeps the order and leaves out cards of unknown columns', () => {
    const cards = [
      { id: 1, in: 'offer' },
      { id: 2, in: 'gone' },
      { id: 3, in: 'offer' },
    ];
    const groups = byColumn(columns, cards, (card) => card.in);
    expect(groups.get('offer')?.map((card) => card.id)).toEqual([1, 3]);
    expect(groups.get('new')).toEqual([]);
  });
});

describe('neighbour', () => {
  const grid = [['a', 'b', 'c'], [], ['d']];
  it('goes up and down within the column', () => {
    expect(neighbour(grid, 'b', 'ArrowUp')).toBe('a');
    expect(neighbour(grid, 'c', 'ArrowDown')).toBeNull();
  });

  it('jumps over empty columns to the nearest card', () => {
    expect(neighbour(grid, 'c', 'ArrowRight')).toBe('d');
    expect(neighbour(grid, 'd', 'ArrowLeft')).toBe('a');
  });
});
