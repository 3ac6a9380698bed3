import { Select, Stack, TextInput } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { FormDialog } from '@/shared/components/FormDialog';
import { useSession } from '@/shared/session';
import { brokersQuery } from './api/brokers';
import { editDeal } from './api/editDeal';
import type { Deal } from './api/types';
import { usualCurrency } from './money';
import { MoneyFields, moneyOf } from './MoneyFields';

interface Props {
  deal: Deal;
  opened: boolean;
  onClose: () => void;
}

export function EditDealDialog({ deal, opened, onClose }: Props) {
  const isStaff = useSession().kind === 'STAFF';
  const queryClient = useQueryClient();
  const brokers = useQuery({ ...brokersQuery, enabled: isStaff && opened }).data ?? [];
  const owners = new Map([[deal.owner.id, deal.owner.name], ...brokers.map(({ id, name }) => [id, name] as const)]);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Edit deal"
      submitLabel="Save deal"
      initialValues={{
        name: deal.name,
        value: {
          amount: deal.value?.amount ?? ('' as number | string),
          currency: deal.value?.currency ?? usualCurrency(),
        },
        ownerId: deal.owner.id,
      }}
      validate={(values) => (values.name.trim() ? {} : { name: 'Enter a name.' })}
      onSubmit={async (values) => {
        await editDeal(deal.id, {
          version: deal.version,
          name: values.name.trim(),
          value: moneyOf(values.value),
          ownerId: isStaff ? values.ownerId : null,
        });
        await refreshRecord(queryClient, 'deal', deal.id);
      }}
    >
      {(form) => (
        <Stack gap="md">
          <TextInput label="Name" maxLength={200} required data-autofocus {...form.getInputProps('name')} />
          <MoneyFields form={form} />
          {isStaff && (
            <Select
              label="Owner"
              data={[...owners].map(([value, label]) => ({ value, label }))}
              searchable
              allowDeselect={false}
              {...form.getInputProps('ownerId')}
            />
          )}
        </Stack>
      )}
    </FormDialog>
  );
}
