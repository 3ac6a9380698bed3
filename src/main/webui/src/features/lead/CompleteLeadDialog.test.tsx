import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { render } from '@/shared/testing/render';
import type { Lead } from './api/leads';
import { CompleteLeadDialog } from './CompleteLeadDialog';

const lead = {
  company: 'Acme',
  contact: { firstName: '', lastName: 'Suharto', email: 'suharto@example.org', phone: '+62 21 5550100' },
  missing: [],
} as unknown as Lead;

describe('CompleteLeadDialog', () => {
  it('[F9] takes a person with one name', async () => {
    const onSubmit = vi.fn(() => Promise.resolve());
    render(<CompleteLeadDialog lead={lead} opened onClose={vi.fn()} onSubmit={onSubmit} />);

    expect(screen.getByLabelText('First name').hasAttribute('required')).toBe(false);
    await userEvent.click(screen.getByRole('button', { name: 'Accept lead' }));

    await waitFor(() => expect(onSubmit).toHaveBeenCalledWith(lead.contact));
  });
});
