import { describe, expect, it } from 'vitest';
import type { Position } from './api/types';
import { movesFrom, whyNotHere, type BoardCard } from './boardModel';
import { fileKinds } from './fileKinds';

const position: Position = {
  elementId: 'Stage_Negotiation',
  stageName: 'Negotiation',
  moves: [
    { outcome: 'Agreed', targetElementId: 'Stage_Contract', column: 'Stage_Contract', targetName: 'Contract' },
    { outcome: 'Declined', targetElementId: 'EndEvent_DealLost', column: 'LOST', targetName: 'Lost' },
    { outcome: 'No answer', targetElementId: 'EndEvent_DealLost', column: 'LOST', targetName: 'Lost' },
  ],
  elsewhere: '',
  whyNot: null,
  requires: 'note',
};
const card = { moving: false } as BoardCard;

describe('movesFrom', () => {
  it('names the outcomes, their columns, and that a note is demanded', () => {
    expect(movesFrom(position).map((move) => [move.label, move.columnId, move.asksNote])).toEqual([
      ['Agreed', 'Stage_Contract', true],
      ['Declined', 'LOST', true],
      ['No answer', 'LOST', true],
    ]);
  });

  it('asks for a file where one is demanded', () => {
    expect(movesFrom({ ...position, requires: 'file' }).map((move) => [move.asksNote, move.asksFile])).toEqual(
      Array(3).fill([false, fileKinds]),
    );
  });

  it('offers nothing to who may not move the deal', () => {
    expect(movesFrom({ ...position, whyNot: 'Only the broker moves a deal on from Negotiation.' })).toEqual([]);
  });
});

describe('whyNotHere', () => {
  it('says where the stage leads, each place once', () => {
    expect(whyNotHere(position, card)).toBe('Negotiation leads to Contract or Lost only.');
  });

  it('says who may move it, or that nobody can just now', () => {
    expect(whyNotHere({ ...position, whyNot: 'Only the broker.' }, card)).toBe('Only the broker.');
    expect(whyNotHere(undefined, { ...card, moving: true })).toBe('The deal is still on its way.');
    expect(whyNotHere(undefined, card)).toBe('The deal is closed.');
  });
});
