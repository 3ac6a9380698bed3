import { Button } from '@mantine/core';
import { IconPencil, IconPlus, IconStairsUp } from '@tabler/icons-react';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { RecordPage } from '@/shared/components/RecordPage';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import { teamQuery } from '../api/readTeam';
import { addLayer } from '../api/saveLayer';
import { changeTeam } from '../api/saveTeam';
import { Person } from '../components/Person';
import { LayerCard } from './LayerCard';
import { LayerDialog } from './LayerDialog';
import { TeamDialog } from './TeamDialog';
import classes from './TeamPage.module.css';

/** One team: its layers in order, with the people in each. */
export function TeamPage() {
  const { id } = useParams({ strict: false });
  const { data: team } = useSuspenseQuery(teamQuery(id ?? ''));
  const can = useCan();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'team' | 'layer' | null>(null);
  const close = () => setDialog(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['team'] });
  const addButton = can('team:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setDialog('layer')}>
      Add layer
    </Button>
  );
  return (
    <RecordPage
      title={team.name}
      back={{ to: '/teams', label: 'Teams' }}
      facts={[{ label: 'Lead', value: <Person name={team.lead.name} /> }]}
      actions={
        can('team:edit') && (
          <>
            <Button
              variant="default"
              leftSection={<IconPencil size={16} aria-hidden />}
              onClick={() => setDialog('team')}
            >
              Edit
            </Button>
            {team.layers.length > 0 && addButton}
          </>
        )
      }
    >
      {team.layers.length === 0 ? (
        <EmptyState icon={IconStairsUp} action={addButton || undefined}>
          This team has no layers yet, so nobody gets its requests: its lead is told of each.
        </EmptyState>
      ) : (
        <ol className={classes.layers} aria-label="Layers in order">
          {team.layers.map((layer, index) => (
            <li key={layer.id}>
              <LayerCard team={team} layer={layer} isLast={index === team.layers.length - 1} />
            </li>
          ))}
        </ol>
      )}
      <TeamDialog
        opened={dialog === 'team'}
        onClose={close}
        title="Edit team"
        submitLabel="Save team"
        team={team}
        onSubmit={async (form) => {
          await changeTeam(team, form);
          await refresh();
          toast.success('The team is saved.');
        }}
      />
      <LayerDialog
        opened={dialog === 'layer'}
        onClose={close}
        title="Add layer"
        submitLabel="Add layer"
        onSubmit={async (form) => {
          await addLayer(team.id, form);
          await refresh();
          toast.success(`${form.name} is added as the last layer.`);
        }}
      />
    </RecordPage>
  );
}
