import { Button, PasswordInput, TextInput } from '@mantine/core';
import { QueryClient } from '@tanstack/react-query';
import { cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it } from 'vitest';
import { sessionQuery } from '../session';
import { render } from '../testing/render';
import { FormDialog } from './FormDialog';

const values = { name: '', password: '' };

function Page() {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button onClick={() => setOpened(true)}>Open</Button>
      <FormDialog
        opened={opened}
        onClose={() => setOpened(false)}
        title="Add account"
        submitLabel="Add"
        initialValues={values}
        onSubmit={() => Promise.resolve()}
      >
        {(form) => (
          <>
            <TextInput label="Name" {...form.getInputProps('name')} />
            <PasswordInput label="Secret" {...form.getInputProps('password')} />
          </>
        )}
      </FormDialog>
    </>
  );
}

function logIn(client: QueryClient, id = 'ada') {
  client.setQueryData(sessionQuery.queryKey, { user: { id } } as never);
}

async function typed(client: QueryClient, text: string) {
  render(<Page />, client);
  await userEvent.click(screen.getByRole('button', { name: 'Open' }));
  await userEvent.type(await screen.findByLabelText('Name'), text);
}

function name(): string {
  return (screen.getByLabelText('Name') as HTMLInputElement).value;
}

describe('Dialog', () => {
  afterEach(() => localStorage.clear());

  it('[F8.1] stays open with what was typed when Escape is pressed or beside it is clicked, and asks', async () => {
    await typed(new QueryClient(), 'Apple Inc.');
    await userEvent.keyboard('{Escape}');
    expect(name()).toBe('Apple Inc.');
    await userEvent.click(await screen.findByRole('button', { name: 'Keep typing' }));
    const beside = document.querySelector('.mantine-Modal-inner');
    fireEvent.mouseDown(beside!);
    fireEvent.click(beside!);
    expect(name()).toBe('Apple Inc.');
  });

  it('[F8.1] closes at once when nothing was typed', async () => {
    render(<Page />, new QueryClient());
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByLabelText('Name');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByLabelText('Name')).toBeNull());
  });

  it('[F8.1] has what was typed again after the tab was closed, for the same person only, and never a password', async () => {
    const client = new QueryClient();
    logIn(client);
    await typed(client, 'Apple Inc.');
    await userEvent.type(screen.getByLabelText('Secret'), 'correct horse');
    cleanup();
    expect(JSON.stringify(localStorage)).not.toContain('correct horse');

    render(<Page />, client);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByLabelText('Name');
    await waitFor(() => expect(name()).toBe('Apple Inc.'));
    cleanup();

    const other = new QueryClient();
    logIn(other, 'eve');
    render(<Page />, other);
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    await screen.findByLabelText('Name');
    expect(name()).toBe('');
  });

  it('[F8.1] forgets it once it was sent or cancelled', async () => {
    for (const button of ['Add', 'Cancel']) {
      const client = new QueryClient();
      logIn(client);
      await typed(client, 'Apple Inc.');
      await userEvent.click(screen.getByRole('button', { name: button }));
      await waitFor(() => expect(localStorage.length).toBe(0));
      cleanup();
    }
  });
});
