import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { History } from '@/features/audit/History';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { removeUser, userWork } from './api/leaving';
import { setUserActive, setUserRoles, userQuery, type Role, type User } from './api/users';
import { LeaveDialog } from './LeaveDialog';
import { roleNames, staffRoleOptions } from './roles';
import { UserState } from './UserState';

export function UserPage() {
  const { id } = useParams({ from: '/frame/users/$id' });
  const { data: user, error } = useQuery(userQuery(id));
  const can = useCan();
  const { user: me, organisation } = useSession();
  const [leaving, setLeaving] = useState<'disable' | 'remove' | null>(null);
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const enable = useEnable(id);

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
          <>
            <Button variant="default" onClick={() => setLeaving('remove')}>
              Remove from organisation
            </Button>
            <Button
              variant="default"
              loading={enable.isPending}
              onClick={() => (user.active ? setLeaving('disable') : enable.mutate())}
            >
              {user.active ? 'Disable log-in' : 'Enable log-in'}
            </Button>
          </>
        )
      }
    >
      <LeaveDialog
        opened={leaving === 'disable'}
        onClose={() => setLeaving(null)}
        title={`Disable the log-in of ${user.name}?`}
        confirmLabel="Disable log-in"
        previewKey={[user.id]}
        loadPreview={() => userWork(user.id)}
        onConfirm={async (handOver) => {
          await setUserActive(user.id, false, handOver);
          await queryClient.invalidateQueries({ queryKey: ['user'] });
          toast.success(`${user.name} is logged out and cannot log in`);
        }}
      >
        {user.name} is logged out of {organisation.name} at once and cannot work here until the log-in is enabled again.
        Where they work in other organisations, nothing changes. Enabled again, they have no work until they are given
        some.
      </LeaveDialog>
      <LeaveDialog
        opened={leaving === 'remove'}
        onClose={() => setLeaving(null)}
        title={`Remove ${user.name} from ${organisation.name}?`}
        confirmLabel="Remove from organisation"
        previewKey={[user.id]}
        loadPreview={() => userWork(user.id)}
        onConfirm={async (handOver) => {
          await removeUser(user.id, handOver);
          await navigate({ to: '/users' });
          await queryClient.invalidateQueries({ queryKey: ['user'] });
          toast.success(`${user.name} was removed from ${organisation.name}`);
        }}
      >
        {user.name} is logged out at once and is no member any more. What they did stays in the history.
      </LeaveDialog>
      {mayEdit && isStaff && <Roles key={user.roles.join()} user={user} />}
      {can('audit:view') && (
        <Section title="History">
          <History recordId={user.id} />
        </Section>
      )}
    </RecordPage>
  );
}

function useEnable(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => setUserActive(id, true),
    onSuccess: async (user) => {
      await queryClient.invalidateQueries({ queryKey: ['user'] });
      toast.success(`${user.name} can log in again`);
    },
    onError: (error) => toast.problem(error),
  });
}

function Roles({ user }: { user: User }) {
  const queryClient = useQueryClient();
  const [roles, setRoles] = useState<string[]>(user.roles);
  const [asking, ask] = useDisclosure(false);
  const wanted = roles as Role[];
  const store = async (handOver: string | null) => {
    await setUserRoles(user.id, wanted, handOver);
    await queryClient.invalidateQueries({ queryKey: ['user'] });
    toast.success('Roles saved');
  };
  const save = useMutation({
    mutationFn: async () => {
      const { work } = await userWork(user.id, wanted);
      if (work.length > 0) ask.open();
      else await store(null);
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
        <LeaveDialog
          opened={asking}
          onClose={ask.close}
          title={`Take roles from ${user.name}?`}
          confirmLabel="Save roles"
          previewKey={[user.id, ...wanted]}
          loadPreview={() => userWork(user.id, wanted)}
          onConfirm={store}
        >
          With these roles, {user.name} can do some of their work no longer.
        </LeaveDialog>
      </Stack>
    </Section>
  );
}
