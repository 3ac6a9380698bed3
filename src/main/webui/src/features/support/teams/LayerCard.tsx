import { ActionIcon, Button, CloseButton, Group, Title, Tooltip } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPencil, IconTrash, IconUserPlus } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { LeaveDialog } from '@/features/identity/LeaveDialog';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { Initials } from '@/shared/components/Initials';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import { memberWork, removeMember } from '../api/layerMembers';
import { orderLayers } from '../api/orderLayers';
import { removeLayer } from '../api/removeLayer';
import { changeLayer } from '../api/saveLayer';
import type { Layer, Team } from '../api/types';
import { durationWords } from '../words';
import { AddMemberDialog } from './AddMemberDialog';
import { LayerDialog } from './LayerDialog';
import classes from './LayerCard.module.css';

interface Props {
  team: Team;
  layer: Layer;
  isLast: boolean;
}

type Member = Layer['members'][number];

/** A layer of a team: its place, its times, and who is in it. */
export function LayerCard({ team, layer, isLast }: Props) {
  const edit = useCan()('team:edit');
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'member' | 'edit' | 'remove' | null>(null);
  const [leaving, setLeaving] = useState<Member | null>(null);
  const close = () => setDialog(null);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['team'] });

  async function move(by: 1 | -1) {
    const ids = team.layers.map(({ id }) => id);
    const from = ids.indexOf(layer.id);
    ids.splice(from, 1);
    ids.splice(from + by, 0, layer.id);
    try {
      await orderLayers(team.id, ids);
      await refresh();
    } catch (error) {
      toast.problem(error);
    }
  }

  return (
    <section className={classes.card} aria-label={layer.name}>
      <span className={classes.number} aria-hidden>
        {layer.number}
      </span>
      <div className={classes.main}>
        <header className={classes.head}>
          <div>
            <Title order={2}>{layer.name}</Title>
            <p className={classes.times}>
              Response within {durationWords(layer.responseMinutes)}, resolution within{' '}
              {durationWords(layer.resolutionMinutes)}
              {isLast ? '; then the lead is told' : '; then the next layer'}
            </p>
          </div>
          {edit && (
            <Group gap={2} wrap="nowrap">
              <IconAction label={`Move ${layer.name} up`} disabled={layer.number === 1} onClick={() => void move(-1)}>
                <IconArrowUp size={16} />
              </IconAction>
              <IconAction label={`Move ${layer.name} down`} disabled={isLast} onClick={() => void move(1)}>
                <IconArrowDown size={16} />
              </IconAction>
              <IconAction label={`Edit ${layer.name}`} onClick={() => setDialog('edit')}>
                <IconPencil size={16} />
              </IconAction>
              <IconAction label={`Remove ${layer.name}`} onClick={() => setDialog('remove')}>
                <IconTrash size={16} />
              </IconAction>
            </Group>
          )}
        </header>
        <ul className={classes.members} aria-label={`Members of ${layer.name}`}>
          {layer.members.map((member) => (
            <li key={member.userId} className={classes.member} data-off={member.active ? undefined : true}>
              <span aria-hidden>
                <Initials name={member.name} size="sm" />
              </span>
              <span className={classes.name}>
                {member.name}
                <span className={classes.what}>{memberWords(member)}</span>
              </span>
              {edit && (
                <CloseButton
                  aria-label={`Remove ${member.name} from ${layer.name}`}
                  onClick={() => setLeaving(member)}
                />
              )}
            </li>
          ))}
          {layer.members.length === 0 && (
            <li className={classes.nobody}>
              {isLast
                ? 'Nobody is here: the lead is told of each request.'
                : 'Nobody is here: requests go on to the next layer.'}
            </li>
          )}
          {edit && (
            <li>
              <Button
                variant="subtle"
                size="compact-sm"
                leftSection={<IconUserPlus size={15} aria-hidden />}
                onClick={() => setDialog('member')}
              >
                Add member
              </Button>
            </li>
          )}
        </ul>
      </div>
      {leaving && (
        <LeaveDialog
          opened
          onClose={() => setLeaving(null)}
          title={`Remove ${leaving.name} from ${layer.name}?`}
          confirmLabel="Remove from layer"
          previewKey={[layer.id, leaving.userId]}
          loadPreview={() => memberWork(team.id, layer.id, leaving.userId)}
          onConfirm={async () => {
            await removeMember(team.id, layer.id, leaving.userId);
            await refresh();
            await queryClient.invalidateQueries({ queryKey: ['request'] });
            toast.success(`${leaving.name} left ${layer.name}.`);
          }}
        >
          {leaving.name} gets no more requests in {layer.name}.
        </LeaveDialog>
      )}
      <AddMemberDialog team={team} layer={layer} opened={dialog === 'member'} onClose={close} />
      <LayerDialog
        opened={dialog === 'edit'}
        onClose={close}
        title={`Edit ${layer.name}`}
        submitLabel="Save layer"
        layer={layer}
        onSubmit={async (form) => {
          await changeLayer(team.id, layer, form);
          await refresh();
          toast.success('The layer is saved. Its times count for requests that come to it from now on.');
        }}
      />
      <ConfirmDialog
        opened={dialog === 'remove'}
        onClose={close}
        title={`Remove ${layer.name}?`}
        confirmLabel="Remove layer"
        danger
        onConfirm={async () => {
          await removeLayer(team.id, layer.id);
          await refresh();
          toast.success(`${layer.name} is removed.`);
        }}
      >
        Requests will no longer come to this layer. Its members stay in their other layers. This cannot be undone.
      </ConfirmDialog>
    </section>
  );
}

function memberWords({ partnerAccount, active }: Member): string {
  const what = partnerAccount ? partnerAccount.name : 'Technician';
  return active ? what : `${what}, disabled: gets no requests`;
}

interface IconActionProps {
  label: string;
  disabled?: boolean;
  onClick: () => void;
  children: React.ReactNode;
}

function IconAction({ label, disabled, onClick, children }: IconActionProps) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} disabled={disabled} onClick={onClick} className={classes.action}>
        {children}
      </ActionIcon>
    </Tooltip>
  );
}
