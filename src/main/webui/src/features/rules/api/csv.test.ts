import { afterEach, expect, test, vi } from 'vitest';
import { uploadCsv } from './csv';

afterEach(() => vi.unstubAllGlobals());

test('[F7.2] sends the encoding and the separator that were chosen along with a file', async () => {
  const fetched = vi.fn(() => Promise.resolve(new Response('{}')));
  vi.stubGlobal('fetch', fetched);
  const file = new File(['outcome;region'], 'rules.csv');

  await uploadCsv('lead-assignment', 3, file, { encoding: 'windows-1250', separator: ';' });
  expect(fetched).toHaveBeenLastCalledWith(
    '/api/rule-sets/lead-assignment/draft/csv?version=3&encoding=windows-1250&separator=%3B',
    expect.anything(),
  );

  await uploadCsv('lead-assignment', null, file, { encoding: null, separator: null });
  expect(fetched).toHaveBeenLastCalledWith('/api/rule-sets/lead-assignment/draft/csv?', expect.anything());
});
