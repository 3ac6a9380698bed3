import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { History } from '@/features/audit/History';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { setUserActive, setUserRoles, userQuery, type Role, type User } from './api/users';
import { roleNames, staffRoleOptions } from './roles';
import { UserState } from './UserState';

export function UserPage() {
  const { id } = useParams({ from: '/frame/users/$id' });
  const { data: user, error } = useQuery(userQuery(id));
  const can = useCan();
  const { user: me, organisation } = useSession();
  const [disabling, disable] = useDisclosure(false);
  const setActive = useSetActive(id);

  if (error) throw error;
  if (!user) return <RecordSkeleton />;
  const mayEdit = can('user:edit');
  const isStaff = user.roles.some((role) => staffRoleOptions.some((option) => option.value === role));
  return (
    <RecordPage
      title={user.name}
      status={<UserState user={user} />}
      back={{ to: '/users', label: 'Users' }}
      facts={[
        { label: 'Email', value: user.email },
        { label: 'Roles', value: roleNames(user.roles) },
      ]}
      actions={
        mayEdit &&
        user.id !== me.id && (
          <Button
            variant="default"
            loading={setActive.isPending}
            onClick={() => (user.active ? disable.open() : setActive.mutate(true))}
          >
            {user.active ? 'Disable log-in' : 'Enable log-in'}
          </Button>
        )
      }
    >
      <ConfirmDialog
        opened={disabling}
        onClose={disable.close}
        title={`Disable the log-in of ${user.name}?`}
        confirmLabel="Disable log-in"
        danger
        onConfirm={() => setActive.mutateAsync(false)}
      >
        {user.name} is logged out of {organisation.name} at once and cannot work here until the log-in is enabled again.
        Where they work in other organisations, nothing changes.
      </ConfirmDialog>
      {mayEdit && isStaff && <Roles key={user.roles.join()} user={user} />}
      {can('audit:view') && (
        <Section title="History">
          <History recordId={user.id} />
        </Section>
      )}
    </RecordPage>
  );
}

function useSetActive(id: string) {
  const queryClient = useQueryClient();
  const mutation = useMutation({
    mutationFn: (active: boolean) => setUserActive(id, active),
    onSuccess: async (user) => {
      await queryClient.invalidateQueries({ queryKey: ['user'] });
      toast.success(user.active ? `${user.name} can log in again` : `${user.name} is logged out and cannot log in`, {
        undo: () => mutation.mutateAsync(!user.active),
      });
    },
    onError: (error, active) => active && toast.problem(error),
  });
  return mutation;
}

function Roles({ user }: { user: User }) {
  const queryClient = useQueryClient();
  const [roles, setRoles] = useState<string[]>(user.roles);
  const save = useMutation({
    mutationFn: () => setUserRoles(user.id, roles as Role[]),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['user'] });
      toast.success('Roles saved');
    },
  });
  const changed = [...roles].sort().join() !== [...user.roles].sort().join();
  return (
    <Section title="Roles" description="They take effect with the person's next click.">
      <Stack gap="md">
        <ProblemAlert error={save.error} />
        <Checkbox.Group aria-label="Roles" value={roles} onChange={setRoles}>
          <Group gap="lg">
            {staffRoleOptions.map(({ value, label }) => (
              <Checkbox key={value} value={value} label={label} />
            ))}
          </Group>
        </Checkbox.Group>
        <Group>
          <Button disabled={!changed || roles.length === 0} loading={save.isPending} onClick={() => save.mutate()}>
            Save roles
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
