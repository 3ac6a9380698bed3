import { Button } from '@mantine/core';
import { IconBuildingCommunity, IconPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { toast } from '@/shared/components/toast';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { createOrgUnit, listOrgUnits } from '../api/orgUnits';
import type { OrgUnit } from '../api/types';
import { OrgUnitDialog } from './OrgUnitDialog';

const columns: Column<OrgUnit>[] = [
  {
    id: 'name',
    header: 'Org unit',
    cell: ({ id, name }) => (
      <Link to="/org-units/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: 'partner', header: 'Partner account', cell: ({ partnerAccount }) => partnerAccount?.name ?? '–' },
];

export function OrgUnitsPage() {
  const can = useCan();
  const queryClient = useQueryClient();
  const [filters, setFilters] = useFilters(['q'] as const);
  const [adding, setAdding] = useState(false);
  const list = usePagedList(['org-unit', 'list', filters.q], (after) => listOrgUnits(filters.q, after));
  const addButton = can('customer:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add org unit
    </Button>
  );
  return (
    <Page
      title="Org units"
      description="The customers' side: each customer belongs to one unit."
      action={addButton || undefined}
    >
      <FilterBar search={{ key: 'q', placeholder: 'Name' }} value={filters} onChange={setFilters} />
      <DataTable
        label="Org units"
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconBuildingCommunity} action={filters.q ? undefined : addButton || undefined}>
            {filters.q ? 'No org unit has this name.' : 'There is no org unit yet. Customers need one to belong to.'}
          </EmptyState>
        }
      />
      <OrgUnitDialog
        opened={adding}
        onClose={() => setAdding(false)}
        onSubmit={async (form) => {
          const unit = await createOrgUnit(form);
          await queryClient.invalidateQueries({ queryKey: ['org-unit'] });
          toast.success(`${unit.name} is added.`);
        }}
      />
    </Page>
  );
}
