import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBuildings, IconDownload, IconUserShare } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listPartnerUsers, type PartnerUserState } from './api/partnerUsers';
import { AddPartnerDialog } from './AddPartnerDialog';
import { PartnerUserTable } from './PartnerUserTable';
import { stateOptions } from './stateWords';

const filterKeys = ['q', 'state'] as const;

export function PartnerUsersPage() {
  const can = useCan();
  const [adding, add] = useDisclosure(false);
  const [filters, setFilters] = useFilters(filterKeys);
  const list = usePagedList(['partner-user', 'list', filters], (after) =>
    listPartnerUsers({ q: filters.q, state: filters.state as PartnerUserState | undefined, after }),
  );
  const isFiltered = Boolean(filters.q ?? filters.state);
  return (
    <Page
      title="Partner users"
      description="People of partner accounts who have, or are to get, a log-in to the portal."
      action={can('partner:enable') && <Button onClick={add.open}>Add partner user</Button>}
    >
      <FilterBar
        search={{ key: 'q', placeholder: 'Search name or email' }}
        filters={[{ key: 'state', label: 'State', options: stateOptions }]}
        value={filters}
        onChange={setFilters}
      >
        {list.items.length > 0 && (
          <Button
            component="a"
            href={`/api/partner-users/export?${new URLSearchParams(filters as Record<string, string>).toString()}`}
            variant="subtle"
            leftSection={<IconDownload size={16} aria-hidden />}
          >
            Export
          </Button>
        )}
      </FilterBar>
      <PartnerUserTable
        list={list}
        empty={
          <EmptyState
            icon={IconUserShare}
            action={
              !isFiltered && (
                <Button
                  component={Link}
                  to="/partner-accounts"
                  variant="default"
                  leftSection={<IconBuildings size={16} aria-hidden />}
                >
                  Show partner accounts
                </Button>
              )
            }
          >
            {isFiltered
              ? 'No partner user fits these filters.'
              : 'Nobody has a log-in to the portal yet. Enable an account as partner, then one of its contacts as partner user.'}
          </EmptyState>
        }
      />
      <AddPartnerDialog opened={adding} onClose={add.close} />
    </Page>
  );
}
