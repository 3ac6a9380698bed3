import { Alert, Button, Group, Skeleton, Stack } from '@mantine/core';
import { IconInfoCircle, IconMailForward, IconMailPause, IconUserShare } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { FactGrid } from '@/features/partner/FactGrid';
import { EmptyState } from '@/shared/components/EmptyState';
import { Page } from '@/shared/components/Page';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useFilters } from '@/shared/hooks/useFilters';
import { PhoneLink } from '@/shared/components/PhoneLink';
import { enablePartnerUser, previewQuery } from './api/partnerUsers';
import { BrokerSelect } from './BrokerSelect';
import classes from './Portal.module.css';

export function EnablePartnerUserPage() {
  const [{ contactId }] = useFilters(['contactId']);
  if (contactId) return <EnableContact contactId={contactId} />;
  return (
    <Page title="Enable as partner user" width="form">
      <EmptyState
        icon={IconUserShare}
        action={
          <Button component={Link} to="/partner-users" variant="default">
            Partner users
          </Button>
        }
      >
        A partner user is made of a contact: open the contact and choose “Enable as partner user”, or add a new partner.
      </EmptyState>
    </Page>
  );
}

/** Shows the details of a contact once more before they get a log-in. */
function EnableContact({ contactId }: { contactId: string }) {
  const { data: preview, error } = useQuery(previewQuery(contactId));
  const navigate = useNavigate();
  const queryClient = useQueryClient();
  const [chosen, setAllocatedTo] = useState<string[] | null>(null);
  const allocatedTo = chosen ?? preview?.allocateTo.map(({ id }) => id) ?? [];
  const enable = useMutation({
    mutationFn: () => enablePartnerUser(contactId, allocatedTo),
    onSuccess: async (partner) => {
      await queryClient.invalidateQueries({ queryKey: ['partner-user'] });
      toast.success(`${partner.name} is a partner user now`);
      await navigate({ to: '/partner-users/$id', params: { id: partner.id } });
    },
  });
  if (contactId === '') return <NobodyChosen />;
  if (error) throw error;
  if (!preview) return <Skeleton height={240} m="lg" />;
  const isPossible = preview.obstacles.length === 0;
  return (
    <Page
      title="Enable as partner user"
      description="Check the details first: the invitation goes to this address."
      width="form"
    >
      <Section
        title={preview.name}
        action={
          <Button
            renderRoot={(props) => <Link to="/contacts/$id" params={{ id: preview.contactId }} {...props} />}
            size="compact-sm"
            variant="default"
          >
            Edit contact
          </Button>
        }
      >
        <FactGrid
          facts={[
            ['Email', preview.email],
            ['Phone', preview.phone && <PhoneLink number={preview.phone} />],
            ['Title', preview.title],
            ['Account', preview.account.label],
          ]}
        />
      </Section>
      {preview.obstacles.map((obstacle) => (
        <Alert key={obstacle} icon={<IconInfoCircle size={18} />} role="alert" className={classes.stop}>
          {obstacle}
        </Alert>
      ))}
      {isPossible && (
        <Section title="Allocation">
          <Stack gap="md">
            <ProblemAlert error={enable.error} />
            <BrokerSelect value={allocatedTo} onChange={setAllocatedTo} />
            <WhatHappens isAllocated={allocatedTo.length > 0} mailOn={preview.mailPartnerAdded} email={preview.email} />
            <Group justify="flex-end" gap="xs">
              <Button
                renderRoot={(props) => (
                  <Link to="/partner-accounts/$id" params={{ id: preview.account.id }} {...props} />
                )}
                variant="default"
              >
                Cancel
              </Button>
              <Button loading={enable.isPending} onClick={() => enable.mutate()}>
                Enable as partner user
              </Button>
            </Group>
          </Stack>
        </Section>
      )}
    </Page>
  );
}

interface WhatHappensProps {
  isAllocated: boolean;
  mailOn: boolean;
  email: string | null;
}

function WhatHappens({ isAllocated, mailOn, email }: WhatHappensProps) {
  if (isAllocated && mailOn) {
    return (
      <Alert icon={<IconMailForward size={18} />} role="status" className={classes.note}>
        An invitation with a personal link is mailed to {email}. The link works once, for seven days.
      </Alert>
    );
  }
  return (
    <Alert icon={<IconMailPause size={18} />} role="status" className={classes.wait}>
      {mailOn
        ? 'As long as nobody is chosen, no log-in email is sent. It goes out once the partner user is allocated.'
        : 'The email “partner added” is off in the portal settings: no log-in email is sent until it is turned on.'}
    </Alert>
  );
}

function NobodyChosen() {
  return (
    <Page title="Enable as partner user" width="form">
      <EmptyState
        icon={IconInfoCircle}
        action={
          <Button renderRoot={(props) => <Link to="/partner-accounts" {...props} />}>Open partner accounts</Button>
        }
      >
        Choose a contact first: the contact becomes the partner user.
      </EmptyState>
    </Page>
  );
}
