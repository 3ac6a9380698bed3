import { Button } from '@mantine/core';
import { IconLifebuoy, IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Page } from '@/shared/components/Page';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan, useSession, type Kind } from '@/shared/session';
import { listRequests } from '../api/listRequests';
import { requestCountsQuery } from '../api/requestCounts';
import { requestTeamsQuery } from '../api/requestTeams';
import type { ListView } from '../api/types';
import { viewWords } from '../words';
import { RequestTable } from './RequestTable';
import { ViewChips } from './ViewChips';

type ViewKey = ListView | 'ALL';

const views: Record<Kind, ViewKey[]> = {
  STAFF: ['OPEN', 'MINE', 'UNASSIGNED', 'OVERDUE', 'RESOLVED', 'ALL'],
  PARTNER: ['OPEN', 'OVERDUE', 'RESOLVED'],
  CUSTOMER: ['OPEN', 'RESOLVED', 'ALL'],
};

const descriptions: Record<Kind, string> = {
  STAFF: 'What customers have asked, and who works on it.',
  PARTNER: 'Requests that are assigned to you.',
  CUSTOMER: 'What you have asked us, and where it stands.',
};

/** The requests that the viewer may see: all for staff, theirs for partners and customers. */
export function RequestsPage() {
  const session = useSession();
  const kind = session.kind as Kind;
  const can = useCan();
  const [filters, setFilters] = useFilters(['view', 'q', 'teamId'] as const);
  const view = views[kind].find((key) => key === filters.view) ?? 'OPEN';
  const { data: counts } = useQuery(requestCountsQuery);
  const { data: teams = [] } = useQuery({ ...requestTeamsQuery, enabled: kind === 'STAFF' });
  const list = usePagedList(['request', view, filters.q, filters.teamId], (after) =>
    listRequests({ view: view === 'ALL' ? undefined : view, q: filters.q, teamId: filters.teamId }, after),
  );
  const countOf: Partial<Record<ViewKey, number>> = {
    OPEN: counts?.open,
    MINE: counts?.mine,
    UNASSIGNED: counts?.unassigned,
    OVERDUE: counts?.overdue,
  };
  const logButton = can('request:create') && (
    <Button component={Link} to="/requests/new" leftSection={<IconPlus size={16} aria-hidden />}>
      {kind === 'CUSTOMER' ? 'New request' : 'Log request'}
    </Button>
  );
  const isFiltered = Boolean(filters.q || filters.teamId);
  return (
    <Page
      title={kind === 'CUSTOMER' ? 'My requests' : 'Requests'}
      description={descriptions[kind]}
      action={logButton || undefined}
    >
      <ViewChips
        views={views[kind].map((key) => ({
          key,
          label: key === 'ALL' ? 'All' : viewWords[key],
          count: countOf[key],
          alarming: key === 'OVERDUE' || key === 'UNASSIGNED',
        }))}
        value={view}
        onChange={(key) => setFilters({ view: key })}
      />
      <FilterBar
        search={{ key: 'q', placeholder: 'Subject or number' }}
        filters={
          teams.length > 1
            ? [{ key: 'teamId', label: 'Team', options: teams.map(({ id, name }) => ({ value: id, label: name })) }]
            : []
        }
        value={filters}
        onChange={setFilters}
      />
      <RequestTable
        label={`${view === 'ALL' ? 'All' : viewWords[view]} requests`}
        list={list}
        empty={
          <EmptyState icon={IconLifebuoy} action={view === 'OPEN' && !isFiltered ? logButton || undefined : undefined}>
            {isFiltered ? 'No request fits these filters.' : emptyWords(view, kind)}
          </EmptyState>
        }
      />
    </Page>
  );
}

function emptyWords(view: ViewKey, kind: Kind): string {
  if (kind === 'CUSTOMER' && view !== 'RESOLVED') return 'You have no open requests. Log one when you need help.';
  if (kind === 'PARTNER' && view === 'OPEN')
    return 'No request is assigned to you. New ones appear here by themselves.';
  switch (view) {
    case 'MINE':
      return 'No open request is assigned to you.';
    case 'UNASSIGNED':
      return 'Every request has somebody who works on it.';
    case 'OVERDUE':
      return 'Nothing is overdue.';
    case 'RESOLVED':
      return 'No request has been resolved yet.';
    default:
      return 'There is no open request. Customers log them in their portal, or you log one for them.';
  }
}
