import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { RelativeTime } from '@/shared/components/RelativeTime';
import type { PagedList } from '@/shared/hooks/usePagedList';
import { useSession } from '@/shared/session';
import type { RequestSummary } from '../api/types';
import { DueChip } from '../components/DueChip';
import { Person } from '../components/Person';
import { PriorityMark } from '../components/PriorityMark';
import { RequestStateBadge } from '../components/RequestStateBadge';
import classes from './RequestTable.module.css';

interface Props {
  label: string;
  list: PagedList<RequestSummary>;
  empty: ReactNode;
}

const subject: Column<RequestSummary> = {
  id: 'subject',
  header: 'Request',
  width: '30%',
  cell: (request) => (
    <Link to="/requests/$id" params={{ id: request.id }} className={classes.subject}>
      <span className={classes.number}>{request.name}</span> {request.subject}
    </Link>
  ),
};
const state: Column<RequestSummary> = {
  id: 'state',
  header: 'State',
  cell: (request) => <RequestStateBadge request={request} />,
};
const priority: Column<RequestSummary> = {
  id: 'priority',
  header: 'Priority',
  cell: (request) => <PriorityMark priority={request.priority} />,
};
const customer: Column<RequestSummary> = {
  id: 'customer',
  header: 'Customer',
  cell: (request) => (
    <span className={classes.line} title={request.orgUnit.name}>
      {request.customer.name}
    </span>
  ),
};
const layer: Column<RequestSummary> = {
  id: 'layer',
  header: 'Layer',
  hideOnPhone: true,
  cell: (request) => (
    <span className={classes.line} title={request.team.name}>
      {request.layer?.name ?? '–'}
    </span>
  ),
};
const assignee: Column<RequestSummary> = {
  id: 'assignee',
  header: 'Assignee',
  cell: (request) => (request.assignee ? <Person name={request.assignee.name} nowrap /> : '–'),
};
const due: Column<RequestSummary> = {
  id: 'due',
  header: 'Due',
  cell: (request) => (request.dueAt ? <DueChip dueAt={request.dueAt} /> : '–'),
};
const logged: Column<RequestSummary> = {
  id: 'logged',
  header: 'Logged',
  numeric: true,
  cell: (request) => (
    <span className={classes.line}>
      <RelativeTime at={request.createdAt} />
    </span>
  ),
};

const columns = {
  STAFF: [subject, state, priority, customer, layer, assignee, due],
  PARTNER: [subject, state, priority, customer, due, logged],
  CUSTOMER: [subject, state, priority, { ...assignee, header: 'Works on it' }, logged],
};

export function RequestTable({ label, list, empty }: Props) {
  const { kind } = useSession();
  return (
    <DataTable
      label={label}
      columns={columns[kind as keyof typeof columns]}
      list={list}
      rowKey={(request) => request.id}
      empty={empty}
    />
  );
}
