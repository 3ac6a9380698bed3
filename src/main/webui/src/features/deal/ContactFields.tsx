import { SimpleGrid, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import type { ContactValues } from './api/createDeal';

export const noContact: ContactValues = { firstName: '', lastName: '', email: '', phone: '' };

interface Props<Values> {
  form: UseFormReturnType<Values>;
  /** Where the contact is in the values, for example `contacts.0.`; empty when they are the values. */
  path?: string;
}

export function ContactFields<Values>({ form, path = '' }: Props<Values>) {
  const input = (field: keyof ContactValues) => ({
    ...form.getInputProps(path + field),
    required: field !== 'firstName',
  });
  return (
    <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="xs" verticalSpacing="xs">
      <TextInput label="First name" maxLength={100} autoComplete="off" {...input('firstName')} />
      <TextInput label="Last name" maxLength={100} autoComplete="off" {...input('lastName')} />
      <TextInput label="Email" type="email" maxLength={254} autoComplete="off" {...input('email')} />
      <TextInput label="Phone" type="tel" maxLength={40} autoComplete="off" {...input('phone')} />
    </SimpleGrid>
  );
}

/** Says what is missing before anything is sent. */
export function contactErrors(contact: ContactValues, path = ''): Record<string, string> {
  const errors: Record<string, string> = {};
  if (!contact.lastName.trim()) errors[`${path}lastName`] = 'Enter the last name.';
  if (!contact.email.trim()) errors[`${path}email`] = 'Enter the email address.';
  if (!contact.phone.trim()) errors[`${path}phone`] = 'Enter the phone number.';
  return errors;
}
