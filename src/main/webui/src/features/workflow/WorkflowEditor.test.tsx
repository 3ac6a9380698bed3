import { QueryClient } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useImperativeHandle, type Ref } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sessionQuery } from '@/shared/session';
import { render } from '@/shared/testing/render';
import { diagramQuery } from './api/versions';
import { templatesQuery } from './api/templates';
import { workflowQuery } from './api/workflows';
import { EditorPage } from './EditorPage';
import type { EditorHandle } from './modeler/DiagramEditor';

vi.mock('@tanstack/react-router', () => ({
  useBlocker: () => ({ status: 'idle' }),
  useParams: () => ({ id: 'flow' }),
}));
const loaded = vi.fn(() => Promise.resolve());
vi.mock('./modeler/DiagramEditor', () => ({
  default: function Editor({ xml, onChange, ref }: { xml: string; onChange: () => void; ref: Ref<EditorHandle> }) {
    useImperativeHandle(ref, () => ({ xml: () => Promise.resolve('<mine/>'), load: loaded, goTo: () => undefined }));
    return <button onClick={onChange}>Draw on {xml}</button>;
  },
}));
vi.mock('./useDiagramCheck', () => ({
  useDiagramCheck: () => ({ problems: [], busy: false, soon: () => undefined, show: () => undefined }),
}));

const version = (number: number) => ({ id: `v${number}`, number, publishedBy: 'Bea Broker' });

function published(client: QueryClient, number: number) {
  client.setQueryData(workflowQuery('flow').queryKey, { id: 'flow', name: 'Deals', current: version(number) } as never);
  client.setQueryData(diagramQuery('flow', `v${number}`).queryKey, {
    version: version(number),
    xml: `version ${number}`,
  } as never);
}

function given(): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(sessionQuery.queryKey, { user: { id: 'ada' }, permissions: ['workflow:publish'] } as never);
  client.setQueryData(templatesQuery.queryKey, [] as never);
  published(client, 1);
  return client;
}

describe('the editor', () => {
  afterEach(() => localStorage.clear());

  it('[F5.8] keeps the drawing when a colleague publishes, offers the newer version, and has it again next time', async () => {
    const client = given();
    render(<EditorPage />, client);
    await userEvent.click(await screen.findByRole('button', { name: 'Draw on version 1' }));
    published(client, 2);
    await screen.findByText(/Bea Broker has published version 2 since/);
    expect(screen.getByRole('button', { name: 'Draw on version 1' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Open version 2' })).toBeTruthy();
    await waitFor(() => expect(JSON.stringify(localStorage)).toContain('<mine/>'));

    cleanup();
    published(client, 1);
    render(<EditorPage />, client);
    await userEvent.click(await screen.findByRole('button', { name: 'Bring it back' }));
    expect(loaded).toHaveBeenCalledWith('<mine/>');
  });
});
