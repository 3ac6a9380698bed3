import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { Problem } from '../api/problem';
import type { PagedList } from '../hooks/usePagedList';
import { useSelection } from '../hooks/useSelection';
import { axeFindings } from '../testing/axe';
import { render } from '../testing/render';
import { DataTable } from './DataTable';

interface Account {
  id: string;
  name: string;
}

const accounts: Account[] = [
  { id: '1', name: 'Apple Inc.' },
  { id: '2', name: 'Boeing' },
];

function listOf(items: Account[], change: Partial<PagedList<Account>> = {}): PagedList<Account> {
  return {
    items,
    isLoading: false,
    isLoadingMore: false,
    hasMore: false,
    loadMore: () => undefined,
    problem: null,
    retry: () => undefined,
    ...change,
  };
}

function Accounts({ list, onRemove }: { list: PagedList<Account>; onRemove?: (rows: Account[]) => void }) {
  const selection = useSelection(list.items, (row) => row.id);
  return (
    <DataTable
      label="Accounts"
      columns={[{ id: 'name', header: 'Name', cell: (row) => <a href={`#${row.id}`}>{row.name}</a> }]}
      list={list}
      rowKey={(row) => row.id}
      rowLabel={(row) => row.name}
      empty={<p>No accounts yet.</p>}
      selection={selection}
      bulkActions={(rows) => <button onClick={() => onRemove?.(rows)}>Remove</button>}
    />
  );
}

describe('DataTable', () => {
  it('offers bulk actions for the selected rows', async () => {
    const onRemove = vi.fn();
    render(<Accounts list={listOf(accounts)} onRemove={onRemove} />);
    expect(screen.queryByText('1 selected')).toBeNull();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Select Boeing' }));
    expect(screen.getByText('1 selected')).toBeDefined();
    await userEvent.click(screen.getByRole('button', { name: 'Remove' }));
    expect(onRemove).toHaveBeenCalledWith([accounts[1]]);
  });

  it('loads more on request', async () => {
    const loadMore = vi.fn();
    render(<Accounts list={listOf(accounts, { hasMore: true, loadMore })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Load more' }));
    expect(loadMore).toHaveBeenCalled();
  });

  it('shows the empty state, and a problem with a way to try again', async () => {
    const { unmount } = render(<Accounts list={listOf([])} />);
    expect(screen.getByText('No accounts yet.')).toBeDefined();
    unmount();
    const retry = vi.fn();
    render(<Accounts list={listOf([], { problem: Problem.unreachable(), retry })} />);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(retry).toHaveBeenCalled();
  });

  it('has no serious accessibility faults', async () => {
    render(<Accounts list={listOf(accounts)} />);
    expect(await axeFindings()).toEqual([]);
  });
});
