import { Button } from '@mantine/core';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listCustomers } from '../api/customers';
import { AddCustomerDialog } from './CustomerDialogs';
import { CustomerTable } from './CustomerTable';

export function CustomersPage() {
  const can = useCan();
  const [filters, setFilters] = useFilters(['q'] as const);
  const [adding, setAdding] = useState(false);
  const list = usePagedList(['customer', 'list', filters.q], (after) => listCustomers({ q: filters.q }, after));
  const addButton = can('customer:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add customer
    </Button>
  );
  return (
    <Page title="Customers" description="The people who log support requests." action={addButton || undefined}>
      <FilterBar search={{ key: 'q', placeholder: 'Name or email address' }} value={filters} onChange={setFilters} />
      <CustomerTable
        list={list}
        empty={
          <EmptyState icon={IconUsers} action={filters.q ? undefined : addButton || undefined}>
            {filters.q
              ? 'No customer has this name or address.'
              : 'There is no customer yet. Add one, and they get a link to the customer portal.'}
          </EmptyState>
        }
      />
      <AddCustomerDialog opened={adding} onClose={() => setAdding(false)} />
    </Page>
  );
}
