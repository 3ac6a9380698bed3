import { Button, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconHeartHandshake } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Activity } from '@/features/audit/Activity';
import { accountTabs } from '@/shared/accountTabs';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useFilters } from '@/shared/hooks/useFilters';
import { mayEnter, useCan, useSession } from '@/shared/session';
import { AccountDetails } from './AccountDetails';
import { accountActivity, accountQuery, enableAsPartner, type Account } from './api/accounts';
import { ContactsTab } from './ContactsTab';
import { PartnerBadge } from './PartnerBadge';

export function AccountPage() {
  const { id } = useParams({ from: '/frame/partner-accounts/$id' });
  const { data: account, error } = useQuery(accountQuery(id));
  const [{ tab = 'details' }, setTab] = useFilters(['tab']);
  const session = useSession();
  if (error) throw error;
  if (!account) return <RecordSkeleton />;
  const more = accountTabs().filter((each) => mayEnter(session, each));
  return (
    <RecordPage
      title={account.name}
      status={<PartnerBadge account={account} />}
      back={{ to: '/partner-accounts', label: 'Partner accounts' }}
      facts={[
        { label: 'Status', value: account.status.label },
        { label: 'Type', value: account.type?.label },
        { label: 'Place', value: [account.town, account.state].filter(Boolean).join(', ') || null },
        { label: 'Owner', value: account.owner.label },
        { label: 'Changed', value: <RelativeTime at={account.updatedAt} /> },
      ]}
      actions={<EnableAsPartner account={account} />}
    >
      <Tabs
        value={tab}
        onChange={(next) => setTab({ tab: next === 'details' ? undefined : (next ?? undefined) })}
        keepMounted={false}
      >
        <Tabs.List aria-label="Parts of the account">
          <Tabs.Tab value="details">Details</Tabs.Tab>
          <Tabs.Tab value="contacts">Contacts</Tabs.Tab>
          {more.map(({ id: tabId, label }) => (
            <Tabs.Tab key={tabId} value={tabId}>
              {label}
            </Tabs.Tab>
          ))}
          <Tabs.Tab value="activity">Activity</Tabs.Tab>
        </Tabs.List>
        <Tabs.Panel value="details" pt="md">
          <AccountDetails account={account} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts" pt="md">
          <ContactsTab account={account} />
        </Tabs.Panel>
        {more.map(({ id: tabId, component: Part }) => (
          <Tabs.Panel key={tabId} value={tabId} pt="md">
            <Part accountId={account.id} />
          </Tabs.Panel>
        ))}
        <Tabs.Panel value="activity" pt="md">
          <Section title="Activity">
            <Activity
              queryKey={['partner-account', account.id, 'activity']}
              load={(after) => accountActivity(account.id, after)}
            />
          </Section>
        </Tabs.Panel>
      </Tabs>
    </RecordPage>
  );
}

function EnableAsPartner({ account }: { account: Account }) {
  const can = useCan();
  const queryClient = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  if (account.partnerEnabledAt || !can('partner:enable')) return null;
  return (
    <>
      <Button leftSection={<IconHeartHandshake size={16} aria-hidden />} onClick={ask.open}>
        Enable as partner
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={`Enable ${account.name} as partner`}
        confirmLabel="Enable as partner"
        onConfirm={async () => {
          await enableAsPartner(account.id);
          await queryClient.invalidateQueries({ queryKey: ['partner-account'] });
          toast.success(`${account.name} is a partner now`);
        }}
      >
        From then on its contacts can be enabled as partner users of the portal. Nobody is invited by this alone.
      </ConfirmDialog>
    </>
  );
}
