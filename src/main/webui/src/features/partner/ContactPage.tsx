import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { History } from '@/features/audit/History';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { Section } from '@/shared/components/Section';
import { useCan } from '@/shared/session';
import { PhoneLink } from '@/shared/components/PhoneLink';
import { contactQuery } from './api/contacts';
import { ContactDialog } from './ContactDialog';
import { FactGrid } from './FactGrid';

export function ContactPage() {
  const { id } = useParams({ from: '/frame/contacts/$id' });
  const { data: contact, error } = useQuery(contactQuery(id));
  const can = useCan();
  const [editing, edit] = useDisclosure(false);
  if (error) throw error;
  if (!contact) return <RecordSkeleton />;
  return (
    <RecordPage
      title={contact.name}
      back={{ to: `/partner-accounts/${contact.account.id}?tab=contacts`, label: contact.account.label }}
      facts={[
        { label: 'Phone', value: contact.phone && <PhoneLink number={contact.phone} /> },
        { label: 'Email', value: contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a> },
        { label: 'Title', value: contact.title },
        { label: 'Status', value: contact.status.label },
      ]}
      actions={
        <>
          {can('partner:edit') && (
            <Button variant="default" onClick={edit.open}>
              Edit contact
            </Button>
          )}
          {can('partner:enable') && (
            <Button
              renderRoot={(props) => <Link to="/partner-users/new" search={{ contactId: contact.id }} {...props} />}
            >
              Enable as partner user
            </Button>
          )}
        </>
      }
    >
      <Section title="Details">
        <FactGrid
          facts={[
            [
              'Account',
              <Link key="account" to="/partner-accounts/$id" params={{ id: contact.account.id }}>
                {contact.account.label}
              </Link>,
            ],
            ['Partner type', contact.partnerType?.label],
            ['Type of practitioner', contact.practitionerType?.label],
            ['Employer partner', contact.employerPartner ? 'Yes' : 'No'],
          ]}
        />
      </Section>
      {can('audit:view') && (
        <Section title="History">
          <History recordId={contact.id} />
        </Section>
      )}
      <ContactDialog
        key={contact.version}
        opened={editing}
        onClose={edit.close}
        accountId={contact.account.id}
        contact={contact}
      />
    </RecordPage>
  );
}
