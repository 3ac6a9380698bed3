import { Button, Checkbox, Group, Stack } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { History } from '@/features/audit/History';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { userWork } from './api/leaving';
import { organisationQuery } from './api/organisation';
import { setUserRoles, userQuery, type Role, type User } from './api/users';
import { LeaveDialog } from './LeaveDialog';
import { roleNames, staffRoleOptions } from './roles';
import { LogInSwitch } from './user/LogInSwitch';
import { MakeOwner } from './user/MakeOwner';
import { RemoveMember } from './user/RemoveMember';
import { UserState } from './UserState';

export function UserPage() {
  const { id } = useParams({ from: '/frame/users/$id' });
  const { data: user, error } = useQuery(userQuery(id));
  const can = useCan();
  const { user: me, organisation } = useSession();
  const { data: owned } = useQuery(organisationQuery);
  const isOwner = owned?.ownerUserId === id;

  if (error) throw error;
  if (!user) return <RecordSkeleton />;
  const mayEdit = can('user:edit');
  const isStaff = user.roles.some((role) => staffRoleOptions.some((option) => option.value === role));
  const mayOwn = user.active && user.accepted && user.roles.includes('ADMIN');
  return (
    <RecordPage
      title={user.name}
      status={<UserState user={user} />}
      back={{ to: '/users', label: 'Users' }}
      facts={[
        { label: 'Email', value: user.email },
        { label: 'Roles', value: roleNames(user.roles) },
        ...(isOwner ? [{ label: 'Owner', value: `of ${organisation.name}` }] : []),
      ]}
      actions={
        <>
          {can('organisation:edit') && mayOwn && !isOwner && <MakeOwner user={user} organisation={organisation.name} />}
          {mayEdit && user.id !== me.id && (
            <>
              <RemoveMember user={user} organisation={organisation.name} />
              <LogInSwitch user={user} organisation={organisation.name} />
            </>
          )}
        </>
      }
    >
      {mayEdit && isStaff && <Roles key={user.roles.join()} user={user} />}
      {can('audit:view') && (
        <Section title="History">
          <History recordId={user.id} />
        </Section>
      )}
    </RecordPage>
  );
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
