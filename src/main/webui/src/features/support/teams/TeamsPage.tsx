import { Button } from '@mantine/core';
import { IconPlus, IconStairsUp } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { toast } from '@/shared/components/toast';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listTeams } from '../api/listTeams';
import { createTeam } from '../api/saveTeam';
import type { Team } from '../api/types';
import { TeamDialog } from './TeamDialog';

const columns: Column<Team>[] = [
  {
    id: 'name',
    header: 'Team',
    cell: ({ id, name }) => (
      <Link to="/teams/$id" params={{ id }}>
        {name}
      </Link>
    ),
  },
  { id: 'lead', header: 'Lead', cell: ({ lead }) => lead.name },
  {
    id: 'layers',
    header: 'Layers in order',
    cell: ({ layers }) => (layers.length > 0 ? layers.map(({ name }) => name).join(' → ') : 'none yet'),
  },
  {
    id: 'members',
    header: 'Members',
    numeric: true,
    cell: ({ layers }) => new Set(layers.flatMap(({ members }) => members.map(({ userId }) => userId))).size,
  },
];

export function TeamsPage() {
  const can = useCan();
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [adding, setAdding] = useState(false);
  const list = usePagedList(['team', 'list'], listTeams);
  const addButton = can('team:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      Add team
    </Button>
  );
  return (
    <Page
      title="Teams"
      description="Who works on requests, in which order of layers, and how long each layer may take."
      action={addButton || undefined}
    >
      <DataTable
        label="Teams"
        columns={columns}
        list={list}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={IconStairsUp} action={addButton || undefined}>
            There is no team yet. Requests can be logged once there is one.
          </EmptyState>
        }
      />
      <TeamDialog
        opened={adding}
        onClose={() => setAdding(false)}
        title="Add team"
        submitLabel="Add team"
        onSubmit={async (form) => {
          const team = await createTeam(form);
          await queryClient.invalidateQueries({ queryKey: ['team'] });
          toast.success(`${team.name} is added. Give it layers next.`);
          await navigate({ to: '/teams/$id', params: { id: team.id } });
        }}
      />
    </Page>
  );
}
