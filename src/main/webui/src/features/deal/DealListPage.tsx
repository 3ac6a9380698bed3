import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBriefcase, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan, useSession } from '@/shared/session';
import { boardsQuery } from './api/boards';
import { brokersQuery } from './api/brokers';
import { listDeals, type DealFilters } from './api/deals';
import type { DealLine } from './api/types';
import { DealState } from './DealState';
import { dueOf } from './due';
import { moneyText } from './money';
import { NewDealDialog } from './NewDealDialog';

const keys = ['q', 'state', 'workflowId', 'stage', 'ownerId', 'stuck'] as const;

const columns: Column<DealLine>[] = [
  {
    id: 'name',
    header: 'Deal',
    cell: (deal) => (
      <Link to="/deals/$dealId" params={{ dealId: deal.id }}>
        {deal.name}
      </Link>
    ),
  },
  {
    id: 'stage',
    header: 'Stage',
    cell: (deal) => <DealState state={deal.state} stage={deal.stageName} moving={deal.moving} />,
  },
  {
    id: 'due',
    header: 'Due',
    hideOnPhone: true,
    cell: (deal) => {
      const due = dueOf(deal.dueAt);
      if (!due) return '–';
      return due.tone ? <StatusBadge tone={due.tone}>{due.text}</StatusBadge> : due.text;
    },
  },
  { id: 'value', header: 'Value', numeric: true, cell: (deal) => (deal.value ? moneyText(deal.value) : '–') },
  { id: 'partner', header: 'Partner', cell: (deal) => deal.partner?.accountName ?? deal.partner?.name ?? '–' },
  { id: 'owner', header: 'Owner', width: '9rem', hideOnPhone: true, cell: (deal) => deal.owner.name },
  {
    id: 'since',
    header: 'There since',
    width: '9rem',
    hideOnPhone: true,
    cell: (deal) => <RelativeTime at={deal.since} />,
  },
];

/** All deals as a list, closed ones too. */
export function DealListPage() {
  const session = useSession();
  const can = useCan();
  const [filters, setFilters] = useFilters(keys);
  const [adding, newDeal] = useDisclosure(false);
  const isPartner = session.kind === 'PARTNER';
  const boards = useQuery(boardsQuery).data ?? [];
  const brokers = useQuery({ ...brokersQuery, enabled: !isPartner }).data ?? [];
  const asked = { ...filters, stuck: filters.stuck === 'true' || undefined } as DealFilters;
  const list = usePagedList(['deal', 'list', filters], (after) => listDeals(asked, after), {
    byId: { load: async (id) => (await listDeals({ ...asked, id }, undefined)).items, idOf: (deal) => deal.id },
  });
  const addButton = can('deal:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={newDeal.open}>
      {isPartner ? 'Add new' : 'New deal'}
    </Button>
  );
  const isFiltered = Object.values(filters).some(Boolean);

  return (
    <Page title="Deals" action={addButton}>
      <FilterBar
        search={{ key: 'q', placeholder: 'Search deals' }}
        filters={[
          {
            key: 'state',
            label: 'State',
            options: [
              { value: 'OPEN', label: 'Open' },
              { value: 'WON', label: 'Won' },
              { value: 'LOST', label: 'Lost' },
            ],
          },
          ...(boards.length > 1
            ? [
                {
                  key: 'workflowId' as const,
                  label: 'Workflow',
                  options: boards.map((board) => ({ value: board.id, label: board.name })),
                },
              ]
            : []),
          ...(isPartner
            ? []
            : [
                {
                  key: 'ownerId' as const,
                  label: 'Owner',
                  options: [
                    { value: session.user.id, label: 'Mine' },
                    ...brokers
                      .filter((broker) => broker.id !== session.user.id)
                      .map((broker) => ({ value: broker.id, label: broker.name })),
                  ],
                },
                { key: 'stuck' as const, label: 'Stuck', options: [{ value: 'true', label: 'on no stage' }] },
              ]),
          ...(filters.stage
            ? [{ key: 'stage' as const, label: 'Stage', options: [{ value: filters.stage, label: filters.stage }] }]
            : []),
        ]}
        value={filters}
        onChange={setFilters}
      />
      <DataTable
        label="Deals"
        columns={columns}
        list={list}
        rowKey={(deal) => deal.id}
        empty={
          <EmptyState icon={IconBriefcase} action={isFiltered ? undefined : addButton}>
            {isFiltered ? 'No deal fits these filters.' : 'No deals yet.'}
          </EmptyState>
        }
      />
      <NewDealDialog opened={adding} onClose={newDeal.close} workflowId={null} />
    </Page>
  );
}
