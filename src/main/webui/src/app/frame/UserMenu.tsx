import { Menu } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { IconLogout, IconUserCircle } from '@tabler/icons-react';
import { logOut } from '@/features/identity/api/logOut';
import { roleNames } from '@/features/identity/roles';
import { Initials, initialsOf } from '@/shared/components/Initials';
import { toast } from '@/shared/components/toast';
import { dropDraftsOf } from '@/shared/hooks/useDraft';
import { useSession } from '@/shared/session';
import classes from './UserMenu.module.css';

export function UserMenu() {
  const { user, roles } = useSession();
  const queryClient = useQueryClient();
  const navigate = useNavigate();

  async function leave() {
    try {
      await logOut();
      dropDraftsOf(user.id);
      await navigate({ to: '/login', search: {} });
      queryClient.clear();
    } catch (error) {
      toast.problem(error);
    }
  }

  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <button type="button" className={classes.button} aria-label={`You: ${user.name} (${initialsOf(user.name)})`}>
          <Initials name={user.name} />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <div className={classes.who}>
          <strong>{user.name}</strong>
          <span>{user.email}</span>
          <span>{roleNames(roles)}</span>
        </div>
        <Menu.Divider />
        <Menu.Item component={Link} to="/profile" leftSection={<IconUserCircle size={16} />}>
          Profile
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout size={16} />} onClick={() => void leave()}>
          Log out
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
