import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconAddressBook, IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { Section } from '@/shared/components/Section';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { PhoneLink } from '@/shared/components/PhoneLink';
import type { Account } from './api/accounts';
import { listContacts, type Contact } from './api/contacts';
import { ContactDialog } from './ContactDialog';

export function ContactsTab({ account }: { account: Account }) {
  const can = useCan();
  const [adding, add] = useDisclosure(false);
  const list = usePagedList(['contact', 'of-account', account.id], (after) =>
    listContacts({ accountId: account.id, after }),
  );
  const mayEnable = can('partner:enable') && Boolean(account.partnerEnabledAt);
  const addButton = can('partner:edit') && (
    <Button size="compact-sm" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add.open}>
      Add contact
    </Button>
  );
  return (
    <Section title="Contacts" action={list.items.length > 0 && addButton} flush>
      <DataTable
        label="Contacts"
        columns={mayEnable ? [...columns, enableColumn] : columns}
        list={list}
        rowKey={(contact) => contact.id}
        empty={
          <EmptyState icon={IconAddressBook} action={addButton}>
            Nobody of {account.name} is known yet. Add the first contact.
          </EmptyState>
        }
      />
      <ContactDialog opened={adding} onClose={add.close} accountId={account.id} />
    </Section>
  );
}

const columns: Column<Contact>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (contact) => (
      <Link to="/contacts/$id" params={{ id: contact.id }}>
        {contact.name}
      </Link>
    ),
  },
  { id: 'title', header: 'Title', cell: (contact) => contact.title ?? '–' },
  { id: 'email', header: 'Email', cell: (contact) => contact.email ?? '–' },
  { id: 'phone', header: 'Phone', cell: (contact) => (contact.phone ? <PhoneLink number={contact.phone} /> : '–') },
  { id: 'status', header: 'Status', cell: (contact) => contact.status.label },
];

const enableColumn: Column<Contact> = {
  id: 'enable',
  header: 'Portal',
  cell: (contact) => (
    <Link
      to="/partner-users/new"
      search={{ contactId: contact.id }}
      aria-label={`Enable ${contact.name} as partner user`}
    >
      Enable as partner user
    </Link>
  ),
};
