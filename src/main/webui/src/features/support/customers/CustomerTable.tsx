import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import type { PagedList } from '@/shared/hooks/usePagedList';
import type { Customer } from '../api/types';
import { accountWords } from './accountWords';
import { CustomerAccess } from './CustomerAccess';

interface Props {
  list: PagedList<Customer>;
  withUnit?: boolean;
  empty: ReactNode;
}

const name: Column<Customer> = {
  id: 'name',
  header: 'Customer',
  cell: (customer) => (
    <Link to="/customers/$id" params={{ id: customer.id }}>
      {customer.name}
    </Link>
  ),
};
const email: Column<Customer> = { id: 'email', header: 'Email', cell: (customer) => customer.email };
const unit: Column<Customer> = {
  id: 'unit',
  header: 'Org unit',
  cell: (customer) => (
    <Link to="/org-units/$id" params={{ id: customer.orgUnit.id }}>
      {customer.orgUnit.name}
    </Link>
  ),
};
const partner: Column<Customer> = { id: 'partner', header: 'Partner account', cell: accountWords };
const access: Column<Customer> = {
  id: 'access',
  header: 'Portal',
  cell: (customer) => <CustomerAccess customer={customer} />,
};

export function CustomerTable({ list, withUnit = true, empty }: Props) {
  return (
    <DataTable
      label="Customers"
      columns={withUnit ? [name, email, unit, partner, access] : [name, email, partner, access]}
      list={list}
      rowKey={({ id }) => id}
      empty={empty}
    />
  );
}
