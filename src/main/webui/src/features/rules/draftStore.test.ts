import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Problem } from '@/shared/api/problem';
import type { Draft, TableDocument } from './api/draft';
import { DraftStore } from './draftStore';
import { newRow } from './rows';

const empty: TableDocument = { rows: [], cases: [] };

function draftOf(document: TableDocument, version: number | null): Draft {
  return { version, basedOn: 1, editedBy: null, editedAt: null, document, problems: [], cases: [] };
}

function withRows(count: number): TableDocument {
  return { rows: Array.from({ length: count }, newRow), cases: [] };
}

describe('DraftStore', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('saves once, a moment after the last change', async () => {
    const save = vi.fn((version: number | null, document: TableDocument) =>
      Promise.resolve(draftOf(document, (version ?? -1) + 1)),
    );
    const store = new DraftStore(draftOf(empty, null), save);
    store.edit(withRows(1));
    store.edit(withRows(2));
    expect(store.snapshot().state).toBe('unsaved');

    await vi.runAllTimersAsync();

    expect(save).toHaveBeenCalledTimes(1);
    expect(save.mock.calls[0]?.[0]).toBeNull();
    expect(store.snapshot()).toMatchObject({ state: 'saved', draft: { version: 0 } });
  });

  it('saves again what was changed while it saved, with the new version', async () => {
    const answers: (() => void)[] = [];
    const save = vi.fn(
      (version: number | null, document: TableDocument) =>
        new Promise<Draft>((resolve) => answers.push(() => resolve(draftOf(document, (version ?? -1) + 1)))),
    );
    const store = new DraftStore(draftOf(empty, 4), save);
    store.edit(withRows(1));
    const flushed = store.flush();
    store.edit(withRows(2));
    answers.shift()?.();
    await vi.waitFor(() => expect(save).toHaveBeenCalledTimes(2));
    answers.shift()?.();
    await flushed;

    expect(save.mock.calls.map(([version]) => version)).toEqual([4, 5]);
    expect(store.snapshot().document.rows).toHaveLength(2);
    expect(store.snapshot().state).toBe('saved');
  });

  it('stops when somebody else saved, and goes on over it only when told to', async () => {
    const save = vi
      .fn<(version: number | null, document: TableDocument) => Promise<Draft>>()
      .mockRejectedValueOnce(new Problem(409, { version: 7 }))
      .mockImplementation((version, document) => Promise.resolve(draftOf(document, (version ?? -1) + 1)));
    const store = new DraftStore(draftOf(empty, 1), save);
    store.edit(withRows(1));
    await vi.runAllTimersAsync();
    store.edit(withRows(2));
    await vi.runAllTimersAsync();
    expect(store.snapshot().state).toBe('conflict');
    expect(save).toHaveBeenCalledTimes(1);

    await store.overwrite(7);

    expect(save.mock.calls[1]?.[0]).toBe(7);
    expect(store.snapshot().state).toBe('saved');
  });

  it('keeps what is not saved when the server has something new', () => {
    const store = new DraftStore(draftOf(empty, 1), () => new Promise(() => undefined));
    store.adopt(draftOf(withRows(3), 2));
    expect(store.snapshot().document.rows).toHaveLength(3);
    store.edit(withRows(1));
    store.adopt(draftOf(withRows(5), 3));
    expect(store.snapshot().document.rows).toHaveLength(1);
  });

  it('undoes typing in one cell in one step', () => {
    const store = new DraftStore(draftOf(empty, 1), () => new Promise(() => undefined));
    store.edit(withRows(1), 'r1 comment');
    store.edit(withRows(2), 'r1 comment');
    store.edit(withRows(3), 'r2 comment');
    store.undo();
    expect(store.snapshot().document.rows).toHaveLength(2);
    store.undo();
    expect(store.snapshot().document.rows).toHaveLength(0);
    expect(store.snapshot().canUndo).toBe(false);
  });

  it('says why it could not save, and tries again when asked', async () => {
    const save = vi
      .fn<(version: number | null, document: TableDocument) => Promise<Draft>>()
      .mockRejectedValueOnce(new Problem(503, {}))
      .mockImplementation((_, document) => Promise.resolve(draftOf(document, 2)));
    const store = new DraftStore(draftOf(empty, 1), save);
    store.edit(withRows(1));
    await expect(store.flush()).rejects.toThrow('busy');
    expect(store.snapshot().state).toBe('failed');
    await store.flush();
    expect(store.snapshot().state).toBe('saved');
  });
});
