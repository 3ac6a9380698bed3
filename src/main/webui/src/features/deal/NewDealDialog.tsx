import { ActionIcon, Button, Fieldset, Group, Select, Stack, TextInput, type SelectProps } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { useSession } from '@/shared/session';
import { brokersQuery } from './api/brokers';
import { createDeal, type ContactValues } from './api/createDeal';
import { partnerUsersQuery } from './api/partnerUsers';
import { contactErrors, ContactFields, noContact } from './ContactFields';
import { MoneyFields, moneyOf } from './MoneyFields';
import { usualCurrency } from './money';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Null for the organisation's default workflow. */
  workflowId: string | null;
}

interface Values extends Record<string, unknown> {
  name: string;
  value: { amount: number | string; currency: string };
  partnerUserId: string | null;
  ownerId: string | null;
  contacts: ContactValues[];
}

export function NewDealDialog({ opened, onClose, workflowId }: Props) {
  const isPartner = useSession().kind === 'PARTNER';
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  async function create(values: Values) {
    const deal = await createDeal({
      name: values.name.trim(),
      value: moneyOf(values.value),
      workflowId,
      contacts: values.contacts,
      ownerId: values.ownerId,
      partnerUserId: values.partnerUserId,
    });
    toast.success(`${deal.name} was added.`, {});
    await queryClient.invalidateQueries({ queryKey: ['deal'] });
    await navigate({ to: '/boards/$workflowId', params: { workflowId: deal.workflow.id } });
  }

  return (
    <FormDialog<Values>
      opened={opened}
      onClose={onClose}
      title="New deal"
      submitLabel="Add deal"
      size="lg"
      initialValues={{
        name: '',
        value: { amount: '', currency: usualCurrency() },
        partnerUserId: null,
        ownerId: null,
        contacts: [noContact],
      }}
      validate={missing}
      onSubmit={create}
    >
      {(form) => (
        <Stack gap="md">
          <TextInput
            label="Name"
            placeholder="What it is about, and for whom"
            maxLength={200}
            required
            data-autofocus
            {...form.getInputProps('name')}
          />
          <MoneyFields form={form} />
          {!isPartner && (
            <Group gap="xs" grow preventGrowOverflow={false} align="flex-start">
              <PartnerSelect {...form.getInputProps('partnerUserId')} />
              <OwnerSelect {...form.getInputProps('ownerId')} />
            </Group>
          )}
          {form.values.contacts.map((_, index) => (
            <Fieldset
              key={index}
              legend={
                <Group gap="xs">
                  {form.values.contacts.length === 1 ? 'Contact' : `Contact ${index + 1}`}
                  {form.values.contacts.length > 1 && (
                    <ActionIcon
                      size="sm"
                      aria-label={`Remove contact ${index + 1}`}
                      onClick={() => form.removeListItem('contacts', index)}
                    >
                      <IconTrash size={14} />
                    </ActionIcon>
                  )}
                </Group>
              }
            >
              <ContactFields form={form} path={`contacts.${index}.`} />
            </Fieldset>
          ))}
          <Button
            variant="subtle"
            leftSection={<IconPlus size={16} aria-hidden />}
            style={{ alignSelf: 'flex-start' }}
            onClick={() => form.insertListItem('contacts', noContact)}
          >
            Add another contact
          </Button>
        </Stack>
      )}
    </FormDialog>
  );
}

type Input = Pick<SelectProps, 'value' | 'onChange' | 'error'>;

function PartnerSelect(props: Input) {
  const partners = useQuery(partnerUsersQuery).data ?? [];
  return (
    <Select
      label="Partner"
      placeholder="None"
      data={partners.map((partner) => ({ value: partner.userId, label: partner.label }))}
      searchable
      clearable
      nothingFoundMessage="No partner user has this name"
      {...props}
    />
  );
}

function OwnerSelect(props: Input) {
  const session = useSession();
  const brokers = useQuery(brokersQuery).data ?? [];
  return (
    <Select
      label="Owner"
      placeholder={`${session.user.name} (you)`}
      data={brokers.map((broker) => ({ value: broker.id, label: broker.name }))}
      searchable
      clearable
      nothingFoundMessage="No broker has this name"
      {...props}
    />
  );
}

function missing(values: Values): Record<string, string> {
  return {
    ...(values.name.trim() ? {} : { name: 'Enter a name.' }),
    ...Object.assign({}, ...values.contacts.map((contact, index) => contactErrors(contact, `contacts.${index}.`))),
  };
}
