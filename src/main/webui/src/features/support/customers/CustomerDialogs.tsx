import { TextInput } from '@mantine/core';
import type { UseFormReturnType } from '@mantine/form';
import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { orgUnitChoices, partnerAccountChoices, type Choice } from '../api/choices';
import { changeCustomer, createCustomer } from '../api/customers';
import type { Customer } from '../api/types';
import { ChoiceSelect } from '../components/ChoiceSelect';

interface AddProps {
  opened: boolean;
  onClose: () => void;
  /** Chosen beforehand, on the unit's own page. */
  unit?: Choice;
}

// a type, because an interface has no index signature, which forms ask for
type Values = {
  name: string;
  email: string;
  orgUnitId: string | null;
  partnerAccountId: string | null;
};

const unitNeeded = (value: string | null) => (value ? null : 'Choose the org unit that the customer belongs to.');

export function AddCustomerDialog({ opened, onClose, unit }: AddProps) {
  const queryClient = useQueryClient();
  return (
    <FormDialog<Values>
      opened={opened}
      onClose={onClose}
      title="Add customer"
      submitLabel="Add and invite"
      initialValues={{ name: '', email: '', orgUnitId: unit?.value ?? null, partnerAccountId: null }}
      validate={{
        name: (value) => (value.trim() ? null : 'Give the name of the person.'),
        email: (value) =>
          /^\S+@\S+\.\S+$/.test(value.trim()) ? null : 'Give an email address such as name@example.com.',
        orgUnitId: unitNeeded,
      }}
      onSubmit={async ({ name, email, orgUnitId, partnerAccountId }) => {
        const customer = await createCustomer({
          name,
          email: email.trim(),
          orgUnitId: orgUnitId ?? '',
          partnerAccountId,
        });
        await queryClient.invalidateQueries({ queryKey: ['customer'] });
        toast.success(`${customer.name} is added and gets a mail with a link to log in.`);
      }}
    >
      {(form) => (
        <>
          <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <TextInput label="Email" required type="email" maxLength={254} {...form.getInputProps('email')} />
          <Belonging form={form} unit={unit ?? null} account={null} />
        </>
      )}
    </FormDialog>
  );
}

interface EditProps {
  opened: boolean;
  onClose: () => void;
  customer: Customer;
}

export function EditCustomerDialog({ opened, onClose, customer }: EditProps) {
  const queryClient = useQueryClient();
  const { name, email, orgUnit, partnerAccount } = customer;
  return (
    <FormDialog<Values>
      opened={opened}
      onClose={onClose}
      title={`Edit ${name}`}
      submitLabel="Save customer"
      initialValues={{ name, email, orgUnitId: orgUnit.id, partnerAccountId: partnerAccount?.id ?? null }}
      validate={{ orgUnitId: unitNeeded }}
      onSubmit={async (values) => {
        await changeCustomer(customer, { ...values, orgUnitId: values.orgUnitId ?? '' });
        await queryClient.invalidateQueries({ queryKey: ['customer'] });
        toast.success('The customer is saved.');
      }}
    >
      {(form) => (
        <Belonging
          form={form}
          unit={{ value: orgUnit.id, label: orgUnit.name }}
          account={partnerAccount && { value: partnerAccount.id, label: partnerAccount.name }}
        />
      )}
    </FormDialog>
  );
}

function Belonging(props: { form: UseFormReturnType<Values>; unit: Choice | null; account: Choice | null }) {
  const { form, unit, account } = props;
  return (
    <>
      <ChoiceSelect
        label="Org unit"
        required
        recordType="org-unit"
        load={orgUnitChoices}
        chosen={unit}
        {...form.getInputProps('orgUnitId')}
      />
      <ChoiceSelect
        label="Own partner account"
        description="Goes before the one of the org unit. Leave it empty to use that one."
        placeholder="As the org unit"
        clearable
        recordType="partner-account"
        load={partnerAccountChoices}
        chosen={account}
        {...form.getInputProps('partnerAccountId')}
      />
    </>
  );
}
