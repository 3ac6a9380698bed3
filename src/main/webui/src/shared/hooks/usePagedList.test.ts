import { describe, expect, it } from 'vitest';
import { patched } from './usePagedList';

interface Line {
  id: string;
  text: string;
}
const line = (id: string, text = 'old'): Line => ({ id, text });
const pages = {
  pages: [
    { items: [line('9'), line('7')], next: '7' },
    { items: [line('5'), line('3')], next: '3' },
  ],
  pageParams: [undefined, '7'],
};

function after(ids: string[], found: Line[]) {
  return patched(pages, ids, found, ({ id }) => id).pages.map((page) =>
    page.items.map(({ id, text }) => `${id} ${text}`),
  );
}

describe('[F10.6] a list that is patched', () => {
  it('has a changed record in its place, and one that fits no more nowhere', () => {
    expect(after(['7', '5'], [line('7', 'new')])).toEqual([['9 old', '7 new'], ['3 old']]);
  });

  it('has a new record on top, or in its place where that is loaded', () => {
    expect(after(['a', '4'], [line('a', 'new'), line('4', 'new')])).toEqual([
      ['a new', '9 old', '7 old'],
      ['5 old', '4 new', '3 old'],
    ]);
  });

  it('leaves what is further down to the next page', () => {
    expect(after(['1'], [line('1', 'new')])).toEqual([
      ['9 old', '7 old'],
      ['5 old', '3 old'],
    ]);
  });
});
