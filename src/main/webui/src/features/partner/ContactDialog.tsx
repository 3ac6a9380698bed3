import { Checkbox, Select, SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import type { Duplicate } from './api/accounts';
import { changeContact, createContact, type Contact, type ContactForm } from './api/contacts';
import { picklistOptions, picklistsQuery } from './api/picklists';
import { Duplicates } from './Duplicates';

interface Props {
  opened: boolean;
  onClose: () => void;
  accountId: string;
  /** The contact to change; without it a new one is made. */
  contact?: Contact;
}

interface Values extends Record<string, unknown> {
  firstName: string;
  lastName: string;
  title: string;
  email: string;
  phone: string;
  partnerTypeId: string | null;
  statusId: string | null;
  employerPartner: boolean;
  practitionerTypeId: string | null;
}

export function ContactDialog({ opened, onClose, accountId, contact }: Props) {
  const queryClient = useQueryClient();
  const [duplicates, setDuplicates] = useState<Duplicate[]>([]);
  const [confirmed, setConfirmed] = useState(false);
  const close = () => {
    setDuplicates([]);
    setConfirmed(false);
    onClose();
  };
  const save = async (values: Values) => {
    const form = formOf(accountId, values);
    try {
      const seen = confirmed ? duplicates.map(({ recordId }) => recordId) : [];
      const saved = contact
        ? await changeContact(contact.id, contact.version, form, seen)
        : await createContact(form, seen);
      await queryClient.invalidateQueries({ queryKey: ['contact'] });
      toast.success(contact ? 'Contact saved' : `${saved.name} is a contact now`);
    } catch (error) {
      const found = Problem.from(error).document.duplicates;
      if (Array.isArray(found)) setDuplicates(found as Duplicate[]);
      throw error;
    }
  };
  return (
    <FormDialog<Values>
      opened={opened}
      onClose={close}
      title={contact ? 'Edit contact' : 'Add contact'}
      submitLabel={contact ? 'Save contact' : 'Add contact'}
      size="lg"
      initialValues={valuesOf(contact)}
      validate={{
        lastName: (name) => (name.trim() ? null : 'Enter the last name.'),
        email: (email) => (!email.trim() || /^\S+@\S+$/.test(email.trim()) ? null : 'Enter an email address.'),
      }}
      onSubmit={save}
    >
      {(form) => (
        <>
          <Duplicates duplicates={duplicates} what="contact" confirmed={confirmed} onConfirm={setConfirmed} />
          <ContactFields form={form} />
        </>
      )}
    </FormDialog>
  );
}

function ContactFields({ form }: { form: UseFormReturnType<Values> }) {
  const { data: picklists } = useQuery(picklistsQuery);
  const { statusId, partnerTypeId, practitionerTypeId } = form.getValues();
  return (
    <>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <TextInput label="First name" autoComplete="off" data-autofocus {...form.getInputProps('firstName')} />
        <TextInput
          label="Last name"
          description="Or the only name"
          required
          autoComplete="off"
          {...form.getInputProps('lastName')}
        />
        <TextInput label="Title" {...form.getInputProps('title')} />
        <TextInput label="Phone" type="tel" autoComplete="off" {...form.getInputProps('phone')} />
        <TextInput label="Email" type="email" autoComplete="off" {...form.getInputProps('email')} />
        <Select
          label="Status"
          placeholder="Current Partner"
          data={picklistOptions(picklists, 'CONTACT_STATUS', statusId)}
          {...form.getInputProps('statusId')}
        />
        <Select
          label="Partner type"
          placeholder="Choose"
          clearable
          data={picklistOptions(picklists, 'PARTNER_TYPE', partnerTypeId)}
          {...form.getInputProps('partnerTypeId')}
        />
        <Select
          label="Type of practitioner"
          placeholder="None"
          clearable
          data={picklistOptions(picklists, 'PRACTITIONER_TYPE', practitionerTypeId)}
          {...form.getInputProps('practitionerTypeId')}
        />
      </SimpleGrid>
      <Checkbox label="Employer partner" {...form.getInputProps('employerPartner', { type: 'checkbox' })} />
    </>
  );
}

function valuesOf(contact: Contact | undefined): Values {
  return {
    firstName: contact?.firstName ?? '',
    lastName: contact?.lastName ?? '',
    title: contact?.title ?? '',
    email: contact?.email ?? '',
    phone: contact?.phone ?? '',
    partnerTypeId: contact?.partnerType?.id ?? null,
    statusId: contact?.status.id ?? null,
    employerPartner: contact?.employerPartner ?? false,
    practitionerTypeId: contact?.practitionerType?.id ?? null,
  };
}

function formOf(accountId: string, values: Values): ContactForm {
  const text = (value: string) => (value.trim() ? value.trim() : null);
  return {
    accountId,
    firstName: text(values.firstName),
    lastName: values.lastName.trim(),
    title: text(values.title),
    email: text(values.email),
    phone: text(values.phone),
    partnerTypeId: values.partnerTypeId,
    statusId: values.statusId,
    employerPartner: values.employerPartner,
    practitionerTypeId: values.practitionerTypeId,
  };
}
