import { describe, expect, it } from 'vitest';
import { idFor, isMadeUp, outcomeCondition } from './naming';

describe('idFor', () => {
  it('makes an id that says what the element is', () => {
    expect(idFor('Stage', 'Needs analysis', () => false)).toBe('Stage_NeedsAnalysis');
    expect(idFor('Stage', 'Prüfung & Café', () => false)).toBe('Stage_PrufungCafe');
  });

  it('counts on when the id is taken', () => {
    expect(idFor('Stage', 'Legal', (id) => id === 'Stage_Legal')).toBe('Stage_Legal2');
  });

  it('leaves names without letters alone', () => {
    expect(idFor('Stage', '???', () => false)).toBeNull();
  });
});

describe('isMadeUp', () => {
  it('tells the ids of the modeler from ours', () => {
    expect(isMadeUp('Activity_0abc123')).toBe(true);
    expect(isMadeUp('Stage_Contract')).toBe(false);
    expect(isMadeUp('Flow_Declined')).toBe(false);
  });
});

describe('outcomeCondition', () => {
  it('asks for the outcome by its name', () => {
    expect(outcomeCondition(' Signed ')).toBe('=outcome = "Signed"');
  });

  it('cannot be left by a quotation mark', () => {
    expect(outcomeCondition('a" or "b')).toBe('=outcome = "a or b"');
  });
});
