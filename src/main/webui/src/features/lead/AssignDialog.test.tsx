import { QueryClient } from '@tanstack/react-query';
import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it } from 'vitest';
import { candidatesQuery } from './api/candidates';
import type { Lead } from './api/leads';
import { AssignDialog } from './AssignDialog';
import { sessionQuery } from '@/shared/session';
import { render } from '@/shared/testing/render';

const lead = { id: '0198c5d2-7f5e-7c1a-9f11-0242ac120001', company: 'Acme', state: 'UNASSIGNED', owner: null };

function open() {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false, staleTime: Infinity } } });
  client.setQueryData(sessionQuery.queryKey, { user: { id: 'ada' } } as never);
  client.setQueryData(candidatesQuery(lead.id).queryKey, []);
  render(<AssignDialog lead={lead as unknown as Lead} opened onClose={() => undefined} />, client);
  return screen.findByLabelText('Note to the partner');
}

describe('AssignDialog', () => {
  afterEach(() => localStorage.clear());

  it('[F8.1] has the note again when it is opened again, until Cancel drops it', async () => {
    await userEvent.type(await open(), 'They asked for you');
    cleanup();

    expect(((await open()) as HTMLTextAreaElement).value).toBe('They asked for you');
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    cleanup();

    expect(((await open()) as HTMLTextAreaElement).value).toBe('');
  });
});
