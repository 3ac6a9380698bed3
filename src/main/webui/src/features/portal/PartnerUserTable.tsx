import { Group, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { Initials } from '@/shared/components/Initials';
import { RelativeTime } from '@/shared/components/RelativeTime';
import type { PagedList } from '@/shared/hooks/usePagedList';
import type { PartnerUser } from './api/partnerUsers';
import { PartnerUserState } from './PartnerUserState';
import { stateSentence } from './stateWords';

interface Props {
  list: PagedList<PartnerUser>;
  empty: ReactNode;
  /** Left out on the page of the account itself. */
  withAccount?: boolean;
}

export function PartnerUserTable({ list, empty, withAccount = true }: Props) {
  return (
    <DataTable
      label="Partner users"
      columns={withAccount ? columns : columns.filter(({ id }) => id !== 'account')}
      list={list}
      rowKey={(partner) => partner.id}
      empty={empty}
    />
  );
}

const columns: Column<PartnerUser>[] = [
  {
    id: 'name',
    header: 'Name',
    cell: (partner) => (
      <Group gap="xs" wrap="nowrap">
        <Initials name={partner.name} size="sm" />
        <Link to="/partner-users/$id" params={{ id: partner.id }}>
          {partner.name}
        </Link>
      </Group>
    ),
  },
  {
    id: 'account',
    header: 'Account',
    cell: (partner) => (
      <Link to="/partner-accounts/$id" params={{ id: partner.account.id }}>
        {partner.account.label}
      </Link>
    ),
  },
  { id: 'state', header: 'State', cell: (partner) => <PartnerUserState partner={partner} /> },
  {
    id: 'words',
    header: 'What that means',
    cell: (partner) => (
      <Text size="sm" c="dimmed">
        {stateSentence(partner)}
      </Text>
    ),
  },
  {
    id: 'allocated',
    header: 'Allocated to',
    cell: (partner) => partner.allocatedTo.map(({ label }) => label).join(', ') || 'Nobody',
  },
  {
    id: 'login',
    header: 'Last log-in',
    cell: (partner) => <RelativeTime at={partner.lastLoginAt} />,
    hideOnPhone: true,
  },
];
