import { Alert, SimpleGrid, TextInput } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import type { CompletedContact } from './api/answerLead';
import type { Lead } from './api/leads';

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
  onSubmit: (contact: NonNullable<CompletedContact>) => Promise<unknown>;
}

/** Asks for what a deal needs and the lead lacks, before it is accepted. */
export function CompleteLeadDialog({ lead, opened, onClose, onSubmit }: Props) {
  const lacking = (field: string) => lead.missing.find((gap) => gap.field === `contact.${field}`)?.message;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Accept ${lead.company}`}
      submitLabel="Accept lead"
      initialValues={{ contact: { ...lead.contact } }}
      onSubmit={({ contact }) => onSubmit(contact)}
    >
      {(form) => {
        const field = (name: keyof Lead['contact']) => ({
          required: name !== 'firstName',
          description: lacking(name),
          ...form.getInputProps(`contact.${name}`),
        });
        return (
          <>
            <Alert variant="light">The lead becomes your deal. A deal needs somebody who can be reached.</Alert>
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="md">
              <TextInput label="First name" maxLength={100} {...field('firstName')} />
              <TextInput label="Last name" maxLength={100} {...field('lastName')} />
              <TextInput label="Email" type="email" maxLength={254} {...field('email')} />
              <TextInput label="Phone" type="tel" maxLength={40} {...field('phone')} />
            </SimpleGrid>
          </>
        );
      }}
    </FormDialog>
  );
}
