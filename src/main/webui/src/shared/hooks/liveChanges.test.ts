import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { describe, expect, it, vi } from 'vitest';
import type { RecordType } from '@/shared/api/types';
import { isTouched, note, refresh, type Changes, type Patch } from './liveChanges';

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

describe('[F10.6] refresh', () => {
  function given(visible: boolean, patch: Patch) {
    const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    const load = vi.fn(() => Promise.resolve(['loaded']));
    const options = { queryKey: ['deal', 'list'] as const, queryFn: load, meta: { patch }, staleTime: Infinity };
    client.setQueryData(options.queryKey, ['known']);
    const hide = new QueryObserver(client, options).subscribe(() => undefined);
    if (!visible) hide();
    return { client, load, hide };
  }

  it('patches a list that is shown by the changed records, with one call for all of them', async () => {
    const patch = vi.fn<Patch>(() => Promise.resolve());
    const { client, load, hide } = given(true, patch);
    await refresh(client, new Map([['deal', new Set([mine, other])]]));
    expect(patch.mock.calls.map(([, ids]) => ids)).toEqual([[mine, other]]);
    expect(load).not.toHaveBeenCalled();
    hide();
  });

  it('asks nothing for a list that is not shown, and loads it when it is shown again', async () => {
    const patch = vi.fn<Patch>(() => Promise.resolve());
    const { client, load } = given(false, patch);
    await refresh(client, changesOf(mine));
    expect(patch).not.toHaveBeenCalled();
    expect(load).not.toHaveBeenCalled();
    expect(client.getQueryState(['deal', 'list'])?.isInvalidated).toBe(true);
  });

  it('loads a list anew once when many records changed, or a patch fails', async () => {
    const patch = vi.fn<Patch>(() => Promise.reject(new Error('away')));
    const { client, load, hide } = given(true, patch);
    await refresh(client, changesOf(null));
    expect(patch).not.toHaveBeenCalled();
    expect(load).toHaveBeenCalledTimes(1);
    await refresh(client, changesOf(mine));
    expect(load).toHaveBeenCalledTimes(2);
    hide();
  });
});
