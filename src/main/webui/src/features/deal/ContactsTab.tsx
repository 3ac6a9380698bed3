import { ActionIcon, Anchor, Button } from '@mantine/core';
import { IconEdit, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { personName } from '@/shared/personName';
import { FormDialog } from '@/shared/components/FormDialog';
import { Section } from '@/shared/components/Section';
import { PhoneLink } from '@/shared/components/PhoneLink';
import { addContact } from './api/addContact';
import type { ContactValues } from './api/createDeal';
import { editContact } from './api/editContact';
import { removeContact } from './api/removeContact';
import type { Contact, Deal } from './api/types';
import { contactErrors, ContactFields, noContact } from './ContactFields';
import classes from './DealPage.module.css';

interface Props {
  deal: Deal;
  /** Whether contacts may be changed; adding one is open to everybody who works on the deal. */
  mayEdit: boolean;
}

export function ContactsTab({ deal, mayEdit }: Props) {
  const queryClient = useQueryClient();
  const [edited, setEdited] = useState<Contact | 'new' | null>(null);
  const [removed, setRemoved] = useState<Contact | null>(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['deal', deal.id] });

  async function save(values: ContactValues) {
    if (edited === 'new') await addContact(deal.id, values);
    else if (edited) await editContact(deal.id, edited.id, edited.version, values);
    await refresh();
  }

  return (
    <Section
      title="Contacts"
      action={
        mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setEdited('new')}>
            Add contact
          </Button>
        )
      }
    >
      <ul className={classes.list}>
        {deal.contacts.map((contact, index) => (
          <li key={contact.id} className={classes.person}>
            <span className={classes.personName}>
              {nameOf(contact)} {index === 0 && <span className={classes.muted}>gets the mails of the workflow</span>}
            </span>
            <Anchor href={`mailto:${contact.email}`}>{contact.email}</Anchor>
            <PhoneLink number={contact.phone} />
            {mayEdit && (
              <ActionIcon aria-label={`Edit ${nameOf(contact)}`} onClick={() => setEdited(contact)}>
                <IconEdit size={16} />
              </ActionIcon>
            )}
            {mayEdit && deal.contacts.length > 1 && (
              <ActionIcon aria-label={`Remove ${nameOf(contact)}`} onClick={() => setRemoved(contact)}>
                <IconTrash size={16} />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      <FormDialog
        opened={edited !== null}
        onClose={() => setEdited(null)}
        title={edited === 'new' ? 'Add contact' : 'Edit contact'}
        submitLabel={edited === 'new' ? 'Add contact' : 'Save contact'}
        initialValues={valuesOf(edited)}
        validate={(values) => contactErrors(values)}
        onSubmit={save}
      >
        {(form) => <ContactFields form={form} />}
      </FormDialog>
      <ConfirmDialog
        opened={removed !== null}
        onClose={() => setRemoved(null)}
        title="Remove contact"
        confirmLabel="Remove contact"
        danger
        onConfirm={async () => {
          if (removed) await removeContact(deal.id, removed.id);
          await refresh();
        }}
      >
        {removed && `${nameOf(removed)} is taken off this deal.`}
      </ConfirmDialog>
    </Section>
  );
}

function nameOf(contact: Contact): string {
  return personName(contact);
}

function valuesOf(edited: Contact | 'new' | null): ContactValues & Record<string, unknown> {
  if (!edited || edited === 'new') return { ...noContact };
  const { firstName, lastName, email, phone } = edited;
  return { firstName: firstName ?? '', lastName, email, phone };
}
