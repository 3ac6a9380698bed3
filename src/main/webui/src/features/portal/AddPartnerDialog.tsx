import { Select, SimpleGrid, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { listAccounts } from '@/features/partner/api/accounts';
import { createContact } from '@/features/partner/api/contacts';
import { FormDialog } from '@/shared/components/FormDialog';

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** A new person of a partner: becomes a contact first; the next page shows the details before a log-in is made. */
export function AddPartnerDialog({ opened, onClose }: Props) {
  const navigate = useNavigate();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text, 250);
  const { data: accounts } = useQuery({
    queryKey: ['partner-account', 'choices', asked],
    queryFn: () => listAccounts({ q: asked || undefined, partner: true, limit: 20 }),
    enabled: opened,
    placeholderData: (former) => former,
  });
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Add partner user"
      submitLabel="Check details"
      size="lg"
      initialValues={{ accountId: null as string | null, firstName: '', lastName: '', email: '', phone: '' }}
      validate={{
        accountId: (id) => (id ? null : 'Choose the partner account.'),
        lastName: (name) => (name.trim() ? null : 'Enter the last name.'),
        email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter an email address.'),
      }}
      onSubmit={async ({ accountId, firstName, lastName, email, phone }) => {
        const contact = await createContact(
          {
            accountId: accountId!,
            firstName: firstName.trim(),
            lastName: lastName.trim(),
            email: email.trim(),
            phone: phone.trim() || null,
            title: null,
            partnerTypeId: null,
            statusId: null,
            employerPartner: false,
            practitionerTypeId: null,
          },
          [],
        );
        await navigate({ to: '/partner-users/new', search: { contactId: contact.id } });
      }}
    >
      {(form) => (
        <>
          <Select
            label="Partner account"
            description="Accounts that are enabled as partner."
            placeholder="Search by name"
            required
            searchable
            data={(accounts?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            searchValue={text}
            onSearchChange={setText}
            nothingFoundMessage="No partner account has this name."
            data-autofocus
            {...form.getInputProps('accountId')}
          />
          <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
            <TextInput label="First name" autoComplete="off" {...form.getInputProps('firstName')} />
            <TextInput label="Last name" required autoComplete="off" {...form.getInputProps('lastName')} />
            <TextInput label="Email" type="email" required autoComplete="off" {...form.getInputProps('email')} />
            <TextInput label="Phone" type="tel" autoComplete="off" {...form.getInputProps('phone')} />
          </SimpleGrid>
        </>
      )}
    </FormDialog>
  );
}
