import { Button } from '@mantine/core';
import { IconBuildings, IconDownload, IconFileImport, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { exportAccountsHref, listAccounts, type Account } from './api/accounts';
import { picklistOptions, picklistsQuery } from './api/picklists';
import { PartnerBadge } from './PartnerBadge';

const filterKeys = ['q', 'partner', 'statusId', 'typeId'] as const;

const columns: Column<Account>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (account) => (
      <Link to="/partner-accounts/$id" params={{ id: account.id }}>
        {account.name}
      </Link>
    ),
  },
  { id: 'partner', header: 'Portal', cell: (account) => <PartnerBadge account={account} /> },
  { id: 'status', header: 'Status', cell: (account) => account.status.label },
  { id: 'type', header: 'Type', cell: (account) => account.type?.label ?? '–', hideOnPhone: true },
  {
    id: 'place',
    header: 'Place',
    cell: (account) => [account.town, account.state].filter(Boolean).join(', ') || '–',
  },
  { id: 'owner', header: 'Owner', cell: (account) => account.owner.label },
  { id: 'updated', header: 'Changed', cell: (account) => <RelativeTime at={account.updatedAt} />, hideOnPhone: true },
];

export function AccountsPage() {
  const can = useCan();
  const [filters, setFilters] = useFilters(filterKeys);
  const { data: picklists } = useQuery(picklistsQuery);
  const asked = { ...filters, partner: filters.partner === undefined ? undefined : filters.partner === 'true' };
  const list = usePagedList(['partner-account', 'list', filters], (after) => listAccounts({ ...asked, after }));
  const isFiltered = Object.values(filters).some(Boolean);
  const newButton = can('partner:edit') && (
    <Button component={Link} to="/partner-accounts/new" leftSection={<IconPlus size={16} aria-hidden />}>
      New account
    </Button>
  );
  const importButton = can('partner:import') && (
    <Button component={Link} to="/imports" variant="default" leftSection={<IconFileImport size={16} aria-hidden />}>
      Import
    </Button>
  );
  return (
    <Page
      title="Partner accounts"
      action={
        <>
          {importButton}
          {newButton}
        </>
      }
    >
      <FilterBar
        search={{ key: 'q', placeholder: 'Search name or town' }}
        filters={[
          {
            key: 'partner',
            label: 'Portal',
            options: [
              { value: 'true', label: 'Enabled as partner' },
              { value: 'false', label: 'Not enabled' },
            ],
          },
          { key: 'statusId', label: 'Status', options: picklistOptions(picklists, 'ACCOUNT_STATUS') },
          { key: 'typeId', label: 'Type', options: picklistOptions(picklists, 'ACCOUNT_TYPE') },
        ]}
        value={filters}
        onChange={setFilters}
      >
        {list.items.length > 0 && (
          <Button
            component="a"
            href={exportAccountsHref(asked)}
            variant="subtle"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Export
          </Button>
        )}
      </FilterBar>
      <DataTable
        label="Partner accounts"
        columns={columns}
        list={list}
        rowKey={(account) => account.id}
        empty={
          <EmptyState icon={IconBuildings} action={isFiltered ? undefined : newButton}>
            {isFiltered
              ? 'No account fits these filters.'
              : 'There is no partner account yet. Make the first one, or import a list.'}
          </EmptyState>
        }
      />
    </Page>
  );
}
