import { Button } from '@mantine/core';
import { IconLifebuoy, IconPencil } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { RecordPage } from '@/shared/components/RecordPage';
import { Section } from '@/shared/components/Section';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useCan } from '@/shared/session';
import { customerQuery } from '../api/customers';
import { listRequests } from '../api/listRequests';
import { RequestTable } from '../requests/RequestTable';
import { accountWords } from './accountWords';
import { CustomerAccess } from './CustomerAccess';
import { EditCustomerDialog } from './CustomerDialogs';
import { InviteAgain } from './InviteAgain';

/** One customer: where they belong, and what they have asked. */
export function CustomerPage() {
  const { id = '' } = useParams({ strict: false });
  const { data: customer } = useSuspenseQuery(customerQuery(id));
  const can = useCan();
  const [editing, setEditing] = useState(false);
  const list = usePagedList(['request', 'of', id], (after) => listRequests({ customerId: id }, after));
  return (
    <RecordPage
      title={customer.name}
      back={{ to: '/customers', label: 'Customers' }}
      status={<CustomerAccess customer={customer} />}
      facts={[
        { label: 'Email', value: customer.email },
        {
          label: 'Org unit',
          value: (
            <Link to="/org-units/$id" params={{ id: customer.orgUnit.id }}>
              {customer.orgUnit.name}
            </Link>
          ),
        },
        { label: 'Partner account', value: accountWords(customer) },
      ]}
      actions={
        can('customer:edit') && (
          <>
            {!customer.accepted && (customer.active || customer.removed) && <InviteAgain customer={customer} />}
            <Button leftSection={<IconPencil size={16} aria-hidden />} onClick={() => setEditing(true)}>
              Edit
            </Button>
          </>
        )
      }
    >
      <Section title="Requests" flush>
        <RequestTable
          label={`Requests of ${customer.name}`}
          list={list}
          empty={<EmptyState icon={IconLifebuoy}>This customer has not logged a request yet.</EmptyState>}
        />
      </Section>
      <EditCustomerDialog opened={editing} onClose={() => setEditing(false)} customer={customer} />
    </RecordPage>
  );
}
