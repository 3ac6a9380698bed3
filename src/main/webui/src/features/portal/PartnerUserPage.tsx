import { Alert, Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconMailPause } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { useState } from 'react';
import { Activity } from '@/features/audit/Activity';
import { LeaveDialog } from '@/features/identity/LeaveDialog';
import { FactGrid } from '@/features/partner/FactGrid';
import { FormDialog } from '@/shared/components/FormDialog';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useCan } from '@/shared/session';
import {
  allocate,
  inviteAgain,
  partnerUserActivity,
  partnerUserQuery,
  partnerUserWork,
  removePartnerUser,
  type PartnerUser,
} from './api/partnerUsers';
import { BrokerSelect } from './BrokerSelect';
import { PartnerUserState } from './PartnerUserState';
import classes from './Portal.module.css';
import { stateSentence } from './stateWords';

export function PartnerUserPage() {
  const { id } = useParams({ from: '/frame/partner-users/$id' });
  const { data: partner, error } = useQuery(partnerUserQuery(id));
  if (error) throw error;
  if (!partner) return <RecordSkeleton />;
  return (
    <RecordPage
      title={partner.name}
      status={<PartnerUserState partner={partner} />}
      back={{ to: '/partner-users', label: 'Partner users' }}
      facts={[
        {
          label: 'Account',
          value: (
            <Link to="/partner-accounts/$id" params={{ id: partner.account.id }}>
              {partner.account.label}
            </Link>
          ),
        },
        { label: 'Email', value: partner.email },
        { label: 'Allocated to', value: partner.allocatedTo.map(({ label }) => label).join(', ') || 'Nobody' },
        { label: 'Last log-in', value: <RelativeTime at={partner.lastLoginAt} /> },
      ]}
      actions={partner.state !== 'REMOVED' && <Actions partner={partner} />}
    >
      {partner.waitsFor.length > 0 && (
        <Alert icon={<IconMailPause size={18} />} role="status" className={classes.wait}>
          {stateSentence(partner)}
          {partner.waitsFor.includes('ALLOCATION') && ' Allocate this person to somebody, and the invitation goes out.'}
        </Alert>
      )}
      <Section title="Portal access">
        <FactGrid
          facts={[
            ['State', stateSentence(partner)],
            ['Enabled', <RelativeTime key="enabled" at={partner.enabledAt} />],
            ['Invited', <RelativeTime key="invited" at={partner.invitedAt} />],
            ['Reminded', <RelativeTime key="reminded" at={partner.remindedAt} />],
            ...(partner.state === 'INVITED'
              ? [
                  ['Link valid until', <RelativeTime key="expires" at={partner.expiresAt} />] as [
                    string,
                    React.ReactNode,
                  ],
                ]
              : []),
            ['Accepted', <RelativeTime key="accepted" at={partner.acceptedAt} />],
            [
              'Contact',
              <Link key="contact" to="/contacts/$id" params={{ id: partner.contactId }}>
                {partner.name}
              </Link>,
            ],
          ]}
        />
      </Section>
      <Section title="Activity">
        <Activity
          queryKey={['partner-user', partner.id, 'activity']}
          load={(after) => partnerUserActivity(partner.id, after)}
        />
      </Section>
    </RecordPage>
  );
}

function Actions({ partner }: { partner: PartnerUser }) {
  const can = useCan();
  const queryClient = useQueryClient();
  const [allocating, openAllocation] = useDisclosure(false);
  const [removing, openRemoval] = useDisclosure(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['partner-user'] });
  const again = useMutation({
    mutationFn: () => inviteAgain(partner.id),
    onSuccess: async () => {
      await refresh();
      toast.success(`Another invitation is on its way to ${partner.email}; the former link is useless`);
    },
    onError: (error) => toast.problem(error),
  });
  if (!can('partner:enable')) return null;
  const mayInviteAgain = partner.state === 'INVITED' || partner.state === 'EXPIRED';
  return (
    <>
      <Button variant="default" onClick={openRemoval.open}>
        Remove
      </Button>
      {mayInviteAgain && (
        <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
          Send invitation again
        </Button>
      )}
      <Button variant={partner.allocatedTo.length === 0 ? 'filled' : 'default'} onClick={openAllocation.open}>
        Allocate
      </Button>
      <AllocateDialog key={partner.version} partner={partner} opened={allocating} onClose={openAllocation.close} />
      <LeaveDialog
        opened={removing}
        onClose={openRemoval.close}
        title={`Remove ${partner.name} from the portal`}
        confirmLabel="Remove partner user"
        previewKey={[partner.userId]}
        loadPreview={() => partnerUserWork(partner.id)}
        onConfirm={async (handOver) => {
          await removePartnerUser(partner.id, handOver);
          await refresh();
          toast.success(`${partner.name} was removed from the portal`);
        }}
      >
        The log-in ends at once, also where {partner.name} is logged in now, and an open invitation becomes useless. The
        contact and all deals stay; the contact can be enabled again, and then begins without any work.
      </LeaveDialog>
    </>
  );
}

interface AllocateProps {
  partner: PartnerUser;
  opened: boolean;
  onClose: () => void;
}

function AllocateDialog({ partner, opened, onClose }: AllocateProps) {
  const queryClient = useQueryClient();
  const [userIds, setUserIds] = useState(partner.allocatedTo.map(({ id }) => id));
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={`Allocate ${partner.name}`}
      submitLabel="Save allocation"
      initialValues={{}}
      onSubmit={async () => {
        const saved = await allocate(partner.id, partner.version, userIds);
        await queryClient.invalidateQueries({ queryKey: ['partner-user'] });
        toast.success(
          saved.allocatedTo.length > 0
            ? `${partner.name} is allocated to ${saved.allocatedTo.map(({ label }) => label).join(', ')}`
            : `${partner.name} is allocated to nobody`,
        );
      }}
    >
      {() => <BrokerSelect value={userIds} onChange={setUserIds} />}
    </FormDialog>
  );
}
