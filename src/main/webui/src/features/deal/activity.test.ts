import { describe, expect, it } from 'vitest';
import { sentenceOf } from './activity';

describe('sentenceOf', () => {
  it('says where a deal was moved, and with which outcome', () => {
    const details = { from: 'Negotiation', to: 'Contract', outcome: 'Agreed' };
    expect(sentenceOf({ actor: 'Ada Hill', action: 'deal.moved', details })).toBe(
      'Ada Hill moved it from Negotiation to Contract (Agreed)',
    );
  });

  it('names what was edited', () => {
    const details = { name: {}, ownerId: {} };
    expect(sentenceOf({ actor: 'Ada Hill', action: 'deal.edited', details })).toBe(
      'Ada Hill changed the name and the owner',
    );
  });

  it('[F10.15] has words for actions of older versions', () => {
    expect(sentenceOf({ actor: 'Ada Hill', action: 'deal.turned-around' as never, details: {} })).toBe(
      'Ada Hill: turned around',
    );
  });

  it('[F10.12] says with whom a deal is not shared any more', () => {
    const line = { actor: 'Ada', action: 'deal.unshared' as const, details: { with: 'Pat' } };
    expect(sentenceOf(line)).toBe('Ada stopped sharing it with Pat');
    expect(sentenceOf({ ...line, details: { userId: '1' } })).toBe('Ada stopped sharing it with a partner');
  });
});
