import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import { render } from '@/shared/testing/render';
import { inviteCustomerAgain } from '../api/customers';
import type { Customer } from '../api/types';
import { InviteAgain } from './InviteAgain';

vi.mock('../api/customers', () => ({ inviteCustomerAgain: vi.fn() }));

const customer = { id: '1', name: 'Carla Customer', email: 'carla@example.org' } as Customer;

it('[F3.1] sends another invitation to who has not accepted', async () => {
  vi.mocked(inviteCustomerAgain).mockResolvedValue(customer);
  render(<InviteAgain customer={customer} />);

  await userEvent.click(screen.getByRole('button', { name: 'Invite again' }));

  expect(inviteCustomerAgain).toHaveBeenCalledWith('1');
});
