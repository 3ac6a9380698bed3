import { Menu } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { IconBuilding, IconCheck, IconSelector } from '@tabler/icons-react';
import { switchOrganisation } from '@/features/identity/api/switchOrganisation';
import { toast } from '@/shared/components/toast';
import { sessionQuery, useSession } from '@/shared/session';
import classes from './OrganisationSwitch.module.css';

/** Where the user works now; a menu when there is more than one organisation. */
export function OrganisationSwitch() {
  const { organisation, organisations } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const change = useMutation({
    mutationFn: switchOrganisation,
    onSuccess: async () => {
      await navigate({ to: '/' }); // a record of the old organisation does not exist in the new one
      queryClient.removeQueries({ predicate: (query) => query.queryKey[0] !== 'session' });
      await queryClient.refetchQueries(sessionQuery);
    },
    onError: (error) => toast.problem(error),
  });

  if (organisations.length < 2) {
    return (
      <span className={classes.name}>
        <IconBuilding size={16} stroke={1.7} aria-hidden />
        <span>{organisation.name}</span>
      </span>
    );
  }
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <button type="button" className={classes.name} aria-label={`Organisation: ${organisation.name}`}>
          <IconBuilding size={16} stroke={1.7} aria-hidden />
          <span>{organisation.name}</span>
          <IconSelector size={14} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown mah={400} style={{ overflowY: 'auto' }}>
        <Menu.Label>Organisation</Menu.Label>
        {organisations.map(({ id, name }) => (
          <Menu.Item
            key={id}
            onClick={() => id !== organisation.id && change.mutate(id)}
            rightSection={id === organisation.id ? <IconCheck size={14} aria-label="current" /> : null}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
