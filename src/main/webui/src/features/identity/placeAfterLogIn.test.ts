import { describe, expect, it } from 'vitest';
import { placeAfterLogIn } from './placeAfterLogIn';

describe('placeAfterLogIn', () => {
  it('goes back to where one was', () => {
    expect(placeAfterLogIn('/deals/1?tab=notes#last')).toBe('/deals/1?tab=notes#last');
  });

  it.each([undefined, '', 'deals', '//evil.example/x', '/\\evil.example', 'https://evil.example', '/login?from=/x'])(
    'starts at home for %s',
    (from) => {
      expect(placeAfterLogIn(from)).toBe('/');
    },
  );
});
