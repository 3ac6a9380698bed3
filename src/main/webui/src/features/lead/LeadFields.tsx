import { Autocomplete, Group, NumberInput, Select, SimpleGrid, Textarea, TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { choicesQuery, labelsOf } from '@/features/partner/api/picklists';
import type { Schema } from '@/shared/api/types';
import type { Lead } from './api/leads';

export interface LeadValues extends Record<string, unknown> {
  company: string;
  contact: { firstName: string; lastName: string; email: string; phone: string };
  region: string;
  country: string;
  industry: string;
  product: string;
  source: string;
  value: number | string;
  currency: string;
  text: string;
}

export const noLead: LeadValues = {
  company: '',
  contact: { firstName: '', lastName: '', email: '', phone: '' },
  region: '',
  country: '',
  industry: '',
  product: '',
  source: '',
  value: '',
  currency: 'USD',
  text: '',
};

export function valuesOf(lead: Lead): LeadValues {
  return {
    company: lead.company,
    contact: { ...lead.contact, firstName: lead.contact.firstName ?? '' },
    region: lead.region ?? '',
    country: lead.country ?? '',
    industry: lead.industry ?? '',
    product: lead.product ?? '',
    source: lead.source ?? '',
    value: lead.value ?? '',
    currency: lead.currency ?? 'USD',
    text: lead.text ?? '',
  };
}

export function formOf(values: LeadValues, version: number | null = null): Schema<'LeadForm'> {
  return {
    ...values,
    region: values.region || null,
    country: values.country || null,
    industry: values.industry || null,
    product: values.product || null,
    source: values.source || null,
    value: values.value === '' ? null : Number(values.value),
    currency: values.value === '' ? null : values.currency,
    text: values.text || null,
    externalId: null,
    version,
  };
}

export const checks = {
  company: (value: string) => (value.trim() ? null : 'Expected the name of the company.'),
  contact: {
    lastName: (value: string) => (value.trim() ? null : 'Expected a last name.'),
    email: (value: string) =>
      /^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Expected an email address such as name@example.com.',
    phone: (value: string) => (value.trim() ? null : 'Expected a phone number.'),
  },
};

/** The fields of a lead, for the page that enters one and the dialog that edits one. */
export function LeadFields({ form }: { form: UseFormReturnType<LeadValues> }) {
  const { data: lists } = useQuery(choicesQuery);
  return (
    <>
      <TextInput label="Company" required autoComplete="organization" {...form.getInputProps('company')} />
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
        <TextInput label="First name" {...form.getInputProps('contact.firstName')} />
        <TextInput label="Last name" required {...form.getInputProps('contact.lastName')} />
        <TextInput label="Email" type="email" required {...form.getInputProps('contact.email')} />
        <TextInput
          label="Phone"
          description="A deal needs a number that can be dialled."
          type="tel"
          required
          {...form.getInputProps('contact.phone')}
        />
        <Autocomplete label="Region" data={labelsOf(lists, 'REGION')} {...form.getInputProps('region')} />
        <TextInput label="Country" {...form.getInputProps('country')} />
        <Autocomplete label="Industry" data={labelsOf(lists, 'INDUSTRY')} {...form.getInputProps('industry')} />
        <Autocomplete label="Product" data={labelsOf(lists, 'PRODUCT')} {...form.getInputProps('product')} />
        <Autocomplete label="Source" data={labelsOf(lists, 'SOURCE')} {...form.getInputProps('source')} />
        <Group gap="xs" align="flex-start" wrap="nowrap">
          <NumberInput
            label="Value"
            flex={1}
            min={0}
            decimalScale={2}
            thousandSeparator=","
            hideControls
            {...form.getInputProps('value')}
          />
          <Select
            label="Currency"
            w={92}
            data={['USD', 'EUR', 'GBP', 'CHF', 'CAD', 'AUD', 'JPY']}
            allowDeselect={false}
            {...form.getInputProps('currency')}
          />
        </Group>
      </SimpleGrid>
      <Textarea
        label="What they ask for"
        autosize
        minRows={3}
        maxRows={12}
        maxLength={10_000}
        {...form.getInputProps('text')}
      />
    </>
  );
}
