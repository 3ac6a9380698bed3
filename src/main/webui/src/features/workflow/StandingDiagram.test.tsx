import { QueryClient } from '@tanstack/react-query';
import { screen, waitFor } from '@testing-library/react';
import { useEffect } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { standingQuery } from '@/features/engine/api/attention';
import { sessionQuery } from '@/shared/session';
import { render } from '@/shared/testing/render';
import { StandingDiagram } from './StandingDiagram';

const navigate = vi.hoisted(() => vi.fn());
vi.mock('@tanstack/react-router', () => ({
  Link: ({ to, children }: { to: string; children: string }) => <a href={to}>{children}</a>,
  useNavigate: () => navigate,
}));
const drawn = vi.hoisted(() => new Map<string, HTMLElement>());
vi.mock('./modeler/DiagramView', () => ({
  default: function View({ label, onDrawn }: { label: string; onDrawn: (viewer: unknown) => void }) {
    useEffect(() => {
      onDrawn({
        get: (service: string) =>
          service === 'overlays'
            ? {
                remove: () => drawn.clear(),
                add: (id: string, _: string, { html }: { html: HTMLElement }) => drawn.set(id, html),
              }
            : { get: (id: string) => (id === 'Stage_Old' ? undefined : { parent: {} }) },
      });
    }, [onDrawn]);
    return <div>{label}</div>;
  },
}));

const failure = {
  id: 'item',
  processId: 'deal-1',
  recordId: '7',
  recordName: 'Chairs',
  cause: 'At “Large?” the process cannot decide which way to go.',
};

function show(permissions: string[]) {
  const client = new QueryClient({ defaultOptions: { queries: { staleTime: Infinity, retry: false } } });
  client.setQueryData(sessionQuery.queryKey, { user: { id: 'ada' }, permissions } as never);
  client.setQueryData(standingQuery('deal-1').queryKey, {
    tokensKnown: true,
    elements: [
      { elementId: 'Stage_A', tokens: 3, failures: [] },
      { elementId: 'Gateway_Large', tokens: 1, failures: [failure] },
      { elementId: 'Stage_Old', tokens: 2, failures: [] },
    ],
  } as never);
  render(<StandingDiagram xml="<xml/>" label="The diagram" processId="deal-1" />, client);
}

describe('[W12] a diagram with what stands at its elements', () => {
  afterEach(() => drawn.clear());

  it('shows the counts at the elements, and what cannot go on in words with a link to the record', async () => {
    show(['attention:view']);
    await waitFor(() => expect([...drawn.keys()]).toEqual(['Stage_A', 'Gateway_Large']));
    expect(drawn.get('Stage_A')?.textContent).toBe('3');
    expect(drawn.get('Stage_A')?.querySelector('span')?.title).toBe('3 stand here');
    const mark = drawn.get('Gateway_Large')!;
    expect(mark.querySelector('button')?.getAttribute('aria-label')).toBe('1 stands here, 1 cannot go on');
    expect(mark.textContent).toContain(`Chairs: ${failure.cause}`);

    mark.querySelector('a')!.click();
    expect(navigate).toHaveBeenCalledWith({ to: '/deals/7' });
    expect(screen.getByRole('link', { name: 'Chairs' }).getAttribute('href')).toBe('/deals/7');
  });

  it('asks nothing for those who do not see what needs attention', async () => {
    show([]);
    expect(await screen.findByText('The diagram')).toBeTruthy();
    expect(drawn.size).toBe(0);
  });
});
