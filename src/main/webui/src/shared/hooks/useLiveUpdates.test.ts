import { describe, expect, it } from 'vitest';
import type { RecordType } from '@/shared/api/types';
import { isTouched, note, type Changes } from './useLiveUpdates';

const mine = '01890a5d-ac96-774b-bcce-b302099a8057';
const other = '01890a5d-ac96-774b-bcce-b302099a8058';

function changesOf(recordId: string | null): Changes {
  const changes = new Map<RecordType, Set<string> | 'all'>();
  note(changes, { recordType: 'deal', recordId, action: 'deal.moved' });
  return changes;
}

describe('[F10.6] isTouched', () => {
  it('finds what is about the changed record, and no other record', () => {
    expect(isTouched({ queryKey: ['deal', mine], meta: undefined }, changesOf(mine))).toBe(true);
    expect(isTouched({ queryKey: ['deal', mine, 'notes'], meta: undefined }, changesOf(mine))).toBe(true);
    expect(isTouched({ queryKey: ['deal', other], meta: undefined }, changesOf(mine))).toBe(false);
    expect(isTouched({ queryKey: ['lead', mine], meta: undefined }, changesOf(mine))).toBe(false);
  });

  it('finds the lists of its type', () => {
    expect(isTouched({ queryKey: ['deal', 'board', other], meta: undefined }, changesOf(mine))).toBe(true);
    expect(isTouched({ queryKey: ['deal'], meta: undefined }, changesOf(mine))).toBe(true);
  });

  it('finds everything of a type of which many changed, also when more is told later', () => {
    const changes = new Map<RecordType, Set<string> | 'all'>();
    note(changes, { recordType: 'deal', recordId: null, action: null });
    note(changes, { recordType: 'deal', recordId: mine, action: 'deal.moved' });
    expect(isTouched({ queryKey: ['deal', other], meta: undefined }, changes)).toBe(true);
  });

  it('finds queries that name other record types', () => {
    expect(isTouched({ queryKey: ['home'], meta: { recordTypes: ['lead', 'deal'] } }, changesOf(mine))).toBe(true);
  });
});
