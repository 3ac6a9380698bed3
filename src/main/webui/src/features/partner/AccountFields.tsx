import { Checkbox, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ownersQuery } from '@/features/identity/api/users';
import type { AccountValues } from './accountValues';
import { picklistOptions, picklistsQuery } from './api/picklists';

interface Props {
  form: UseFormReturnType<AccountValues>;
  /** What there is to say about the name. */
  belowName?: ReactNode;
}

/** The fields of an account, the same for a new one and for a change. */
export function AccountFields({ form, belowName }: Props) {
  const { data: picklists } = useQuery(picklistsQuery);
  const owners = useOwners();
  const { typeId, statusId } = form.getValues();
  return (
    <>
      <TextInput
        label="Full name"
        description="As on the organisation's web site, no acronym or nickname. An acronym may follow in brackets: Community College of Aurora (CCA)."
        required
        autoComplete="off"
        data-autofocus
        {...form.getInputProps('name')}
      />
      {belowName}
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <Select
          label="Type of organisation"
          placeholder="Choose"
          clearable
          data={picklistOptions(picklists, 'ACCOUNT_TYPE', typeId)}
          {...form.getInputProps('typeId')}
        />
        <Select
          label="Status"
          placeholder="Current Partner"
          data={picklistOptions(picklists, 'ACCOUNT_STATUS', statusId)}
          {...form.getInputProps('statusId')}
        />
        <TextInput label="Web site" placeholder="www.example.org" {...form.getInputProps('website')} />
        <TextInput label="Phone" type="tel" {...form.getInputProps('phone')} />
        <TextInput label="Street" {...form.getInputProps('street')} />
        <TextInput label="Town" {...form.getInputProps('town')} />
        <TextInput label="State or region" {...form.getInputProps('state')} />
        <TextInput label="Postcode" {...form.getInputProps('postcode')} />
        <TextInput label="Country" {...form.getInputProps('country')} />
        <Select
          label="Owner"
          description="The channel manager; you, if nobody is chosen."
          placeholder="Me"
          searchable
          clearable
          data={owners}
          {...form.getInputProps('ownerUserId')}
        />
      </SimpleGrid>
      <Checkbox label="Employer partner" {...form.getInputProps('employerPartner', { type: 'checkbox' })} />
      <Textarea label="Notes" autosize minRows={3} maxRows={10} {...form.getInputProps('notes')} />
    </>
  );
}

function useOwners() {
  const { data: staff } = useQuery(ownersQuery);
  return (staff ?? []).map(({ id, name }) => ({ value: id, label: name }));
}
