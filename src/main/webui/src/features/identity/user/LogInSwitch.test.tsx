import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { render } from '@/shared/testing/render';
import { setUserActive, type User } from '../api/users';
import { LogInSwitch } from './LogInSwitch';

vi.mock('../api/users', () => ({ setUserActive: vi.fn() }));
vi.mock('../api/leaving', () => ({ userWork: () => Promise.resolve({ work: [], successors: [] }) }));

const user: User = {
  id: '1',
  name: 'Bea Broker',
  email: 'bea@example.org',
  active: true,
  accepted: true,
  roles: ['BROKER'],
};

describe('LogInSwitch', () => {
  beforeEach(() => {
    vi.mocked(setUserActive).mockReset();
    vi.mocked(setUserActive).mockResolvedValue({ ...user, active: false });
  });

  it('[F1.9] asks before it disables a log-in, and says what happens', async () => {
    render(<LogInSwitch user={user} organisation="Northwind" />);
    await userEvent.click(screen.getByRole('button', { name: 'Disable log-in' }));

    const dialog = await screen.findByRole('dialog', { name: 'Disable the log-in of Bea Broker?' });
    expect(dialog.textContent).toContain('logged out of Northwind at once');
    expect(setUserActive).not.toHaveBeenCalled();
    await userEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(setUserActive).not.toHaveBeenCalled();
  });

  it('[F1.9] disables it once that is confirmed', async () => {
    render(<LogInSwitch user={user} organisation="Northwind" />);
    await userEvent.click(screen.getByRole('button', { name: 'Disable log-in' }));
    const [, confirm] = await screen.findAllByRole('button', { name: 'Disable log-in', hidden: true });
    await userEvent.click(confirm!);

    expect(setUserActive).toHaveBeenCalledWith('1', false, null);
  });
});
