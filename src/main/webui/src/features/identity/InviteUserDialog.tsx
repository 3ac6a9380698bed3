import { MultiSelect, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { inviteUser, type Role } from './api/users';
import { staffRoleOptions } from './roles';

interface Props {
  opened: boolean;
  onClose: () => void;
}

/** For staff; partners and customers are added on their own pages. */
export function InviteUserDialog({ opened, onClose }: Props) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Invite user"
      submitLabel="Send invitation"
      initialValues={{ name: '', email: '', roles: ['BROKER'] as Role[] }}
      validate={{
        name: (name) => (name.trim() ? null : 'Enter the name.'),
        email: (email) => (/^\S+@\S+$/.test(email.trim()) ? null : 'Enter an email address.'),
        roles: (roles) => (roles.length > 0 ? null : 'Choose at least one role.'),
      }}
      onSubmit={async ({ name, email, roles }) => {
        const user = await inviteUser({ name: name.trim(), email: email.trim(), roles });
        await queryClient.invalidateQueries({ queryKey: ['user'] });
        toast.success(`An invitation is on its way to ${user.email}`);
      }}
    >
      {(form) => (
        <>
          <TextInput label="Name" autoComplete="off" data-autofocus {...form.getInputProps('name')} />
          <TextInput label="Email" type="email" autoComplete="off" {...form.getInputProps('email')} />
          <MultiSelect
            label="Roles"
            description="What the person may do; it can be changed at any time."
            data={staffRoleOptions}
            {...form.getInputProps('roles')}
          />
        </>
      )}
    </FormDialog>
  );
}
