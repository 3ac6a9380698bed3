import { Button, Group } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPlus, IconUsers } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { FilterBar } from '@/shared/components/FilterBar';
import { Initials } from '@/shared/components/Initials';
import { Page } from '@/shared/components/Page';
import { useFilters } from '@/shared/hooks/useFilters';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { listUsers, type Role, type User } from './api/users';
import { InviteUserDialog } from './InviteUserDialog';
import { roleNames, roleOptions } from './roles';
import { UserState } from './UserState';

const filterKeys = ['q', 'role'] as const;

const columns: Column<User>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (user) => (
      <Group gap="xs" wrap="nowrap">
        <Initials name={user.name} size="sm" />
        <Link to="/users/$id" params={{ id: user.id }}>
          {user.name}
        </Link>
      </Group>
    ),
  },
  { id: 'email', header: 'Email', cell: (user) => user.email },
  { id: 'roles', header: 'Roles', cell: (user) => roleNames(user.roles) },
  { id: 'state', header: 'State', cell: (user) => <UserState user={user} /> },
];

export function UsersPage() {
  const can = useCan();
  const [filters, setFilters] = useFilters(filterKeys);
  const [inviting, invite] = useDisclosure(false);
  const list = usePagedList(['user', 'list', filters], (after) =>
    listUsers({ q: filters.q, role: filters.role as Role | undefined, after }),
  );
  const isFiltered = Boolean(filters.q ?? filters.role);
  const addButton = can('user:edit') && (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={invite.open}>
      Invite user
    </Button>
  );
  return (
    <Page title="Users" action={addButton}>
      <FilterBar
        search={{ key: 'q', placeholder: 'Search users' }}
        filters={[{ key: 'role', label: 'Role', options: roleOptions }]}
        value={filters}
        onChange={setFilters}
      />
      <DataTable
        label="Users"
        columns={columns}
        list={list}
        rowKey={(user) => user.id}
        empty={
          <EmptyState icon={IconUsers} action={isFiltered ? undefined : addButton}>
            {isFiltered ? 'No user fits these filters.' : 'Nobody is here yet. Invite the first colleague.'}
          </EmptyState>
        }
      />
      <InviteUserDialog opened={inviting} onClose={invite.close} />
    </Page>
  );
}
