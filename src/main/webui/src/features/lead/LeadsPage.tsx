import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listLeads, type Lead, type LeadState } from './api/leads';
import { LeadStateBadge } from './LeadStateBadge';
import { amount } from './money';
import { leadStates, stateWords } from './states';

const columns: Column<Lead>[] = [
  {
    id: 'company',
    header: 'Company',
    cell: (lead) => (
      <Link to="/leads/$leadId" params={{ leadId: lead.id }}>
        {lead.company}
      </Link>
    ),
  },
  { id: 'state', header: 'State', cell: (lead) => <LeadStateBadge state={lead.state} /> },
  { id: 'with', header: 'With', cell: (lead) => lead.owner?.name ?? lead.queue?.name ?? '–' },
  { id: 'product', header: 'Product', cell: (lead) => lead.product ?? '–', hideOnPhone: true },
  { id: 'region', header: 'Region', cell: (lead) => lead.region ?? '–', hideOnPhone: true },
  { id: 'source', header: 'Source', cell: (lead) => lead.source ?? '–', hideOnPhone: true },
  { id: 'value', header: 'Value', cell: (lead) => amount(lead), numeric: true },
  { id: 'received', header: 'Received', cell: (lead) => <RelativeTime at={lead.receivedAt} /> },
];

const stateOptions = leadStates.map((state) => ({ value: state, label: stateWords(state).label }));

export function LeadsPage() {
  const can = useCan();
  const [filters, setFilters] = useFilters(['q', 'state']);
  const list = usePagedList(['lead', 'list', filters], (after) =>
    listLeads({ q: filters.q, state: filters.state ? [filters.state as LeadState] : undefined }, after),
  );
  const filtered = Boolean(filters.q ?? filters.state);
  return (
    <Page
      title="Leads"
      action={
        can('lead:create') && (
          <Button component={Link} to="/leads/new" leftSection={<IconPlus size={16} aria-hidden />}>
            New lead
          </Button>
        )
      }
    >
      <FilterBar
        search={{ key: 'q', placeholder: 'Company, last name or email' }}
        filters={[{ key: 'state', label: 'State', options: stateOptions }]}
        value={filters}
        onChange={setFilters}
      />
      <DataTable
        label="Leads"
        columns={columns}
        list={list}
        rowKey={(lead) => lead.id}
        empty={
          <EmptyState
            action={
              filtered ? (
                <Button variant="default" onClick={() => setFilters({ q: undefined, state: undefined })}>
                  Show all leads
                </Button>
              ) : (
                <Button component={Link} to="/leads/new">
                  New lead
                </Button>
              )
            }
          >
            {filtered
              ? 'No lead fits these filters.'
              : 'No leads yet. They come in by the form or over the REST API, and the assignment rules say who gets them.'}
          </EmptyState>
        }
      />
    </Page>
  );
}
