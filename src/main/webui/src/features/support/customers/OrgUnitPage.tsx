import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconUsers } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { RecordPage } from '@/shared/components/RecordPage';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listCustomers } from '../api/customers';
import { changeOrgUnit, orgUnitQuery } from '../api/orgUnits';
import { AddCustomerDialog } from './CustomerDialogs';
import { CustomerTable } from './CustomerTable';
import { OrgUnitDialog } from './OrgUnitDialog';

/** One org unit: the partner account that it is associated with, and its customers. */
export function OrgUnitPage() {
  const { id = '' } = useParams({ strict: false });
  const { data: unit } = useSuspenseQuery(orgUnitQuery(id));
  const can = useCan();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'edit' | 'customer' | null>(null);
  const list = usePagedList(['customer', 'of', id], (after) => listCustomers({ orgUnitId: id }, after));
  const addButton = can('customer:edit') && (
    <Button variant="default" leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('customer')}>
      Add customer
    </Button>
  );
  return (
    <RecordPage
      title={unit.name}
      back={{ to: '/org-units', label: 'Org units' }}
      facts={[{ label: 'Partner account', value: unit.partnerAccount?.name ?? 'None: technicians get the requests' }]}
      actions={
        can('customer:edit') && (
          <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setDialog('edit')}>
            Edit
          </Button>
        )
      }
    >
      <Section title="Customers" action={addButton || undefined} flush>
        <CustomerTable
          list={list}
          withUnit={false}
          empty={<EmptyState icon={IconUsers}>No customer belongs to this unit yet.</EmptyState>}
        />
      </Section>
      <OrgUnitDialog
        opened={dialog === 'edit'}
        onClose={() => setDialog(null)}
        unit={unit}
        onSubmit={async (form) => {
          await changeOrgUnit(unit, form);
          await queryClient.invalidateQueries({ queryKey: ['org-unit'] });
          toast.success('The org unit is saved.');
        }}
      />
      <AddCustomerDialog
        opened={dialog === 'customer'}
        onClose={() => setDialog(null)}
        unit={{ value: unit.id, label: unit.name }}
      />
    </RecordPage>
  );
}
