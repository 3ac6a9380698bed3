import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { render } from '@/shared/testing/render';
import type { LeavingPreview } from './api/leaving';
import { LeaveDialog } from './LeaveDialog';

const offers = {
  kind: 'offers',
  count: 2,
  words: '2 offers of leads',
  becomes: 'are decided anew by the rules',
  duty: null,
  needed: false,
};
const deals = {
  kind: 'deals',
  count: 3,
  words: '3 open deals',
  becomes: 'need another owner',
  duty: 'OWN_DEALS' as const,
  needed: true,
};

function renderDialog(preview: LeavingPreview) {
  const onConfirm = vi.fn(() => Promise.resolve());
  render(
    <LeaveDialog
      opened
      onClose={vi.fn()}
      title="Disable the log-in of Ada?"
      confirmLabel="Disable log-in"
      previewKey={[preview.work.map(({ kind }) => kind).join()]}
      loadPreview={() => Promise.resolve(preview)}
      onConfirm={onConfirm}
    >
      Ada is logged out at once.
    </LeaveDialog>,
  );
  return onConfirm;
}

const confirm = () => userEvent.click(screen.getByRole('button', { name: 'Disable log-in' }));

describe('LeaveDialog', () => {
  it('[F3.1] says what becomes of the work, and asks for nobody where the rules decide', async () => {
    const onConfirm = renderDialog({ work: [offers], successors: [] });
    const list = await screen.findByRole('list', { name: 'What they leave behind' });
    expect(within(list).getByText('2 offers of leads')).toBeTruthy();
    expect(screen.queryByLabelText(/Hand over to/)).toBeNull();

    await confirm();
    await waitFor(() => expect(onConfirm).toHaveBeenCalledWith(null));
  });

  it('[F3.1] lets nobody leave before somebody is chosen who takes over what must have somebody', async () => {
    const onConfirm = renderDialog({ work: [deals], successors: [{ id: 'b', name: 'Bea Broker' }] });
    await screen.findByText('3 open deals');
    await confirm();
    await screen.findByText('Choose who takes it over.');
    expect(onConfirm).not.toHaveBeenCalled();

    await userEvent.click(screen.getByRole('textbox', { name: /Hand over to/ }));
    await userEvent.click(await screen.findByText('Bea Broker'));
    await confirm();
    await waitFor(() => expect(onConfirm).toHaveBeenCalledWith('b'));
  });
});
