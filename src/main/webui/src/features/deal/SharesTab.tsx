import { ActionIcon, Button, Select } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconShare, IconTrash } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { EmptyState } from '@/shared/components/EmptyState';
import { FormDialog } from '@/shared/components/FormDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { partnerUsersQuery } from './api/partnerUsers';
import { shareDeal } from './api/shareDeal';
import { sharesQuery } from './api/shares';
import type { Deal, Share } from './api/types';
import { unshareDeal } from './api/unshareDeal';
import classes from './DealPage.module.css';

/** Which other partner users see the deal in their portal. */
export function SharesTab({ deal }: { deal: Deal }) {
  const queryClient = useQueryClient();
  const [sharing, dialog] = useDisclosure(false);
  const shares = useQuery(sharesQuery(deal.id));
  const partners = useQuery(partnerUsersQuery).data ?? [];
  const taken = [deal.partner?.userId, ...(shares.data?.map((share) => share.userId) ?? [])];
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['deal', deal.id] });

  async function unshare(share: Share) {
    try {
      await unshareDeal(deal.id, share.userId);
      toast.success(`${share.name} does not see this deal any more.`, {
        undo: () => shareDeal(deal.id, share.userId).then(refresh),
      });
    } catch (error) {
      toast.problem(error);
    }
    await refresh();
  }

  return (
    <Section
      title="Shared with"
      description="They see the deal in their portal, with the notes that are shared."
      action={
        <Button variant="default" leftSection={<IconShare size={16} aria-hidden />} onClick={dialog.open}>
          Share deal
        </Button>
      }
    >
      <ProblemAlert error={shares.error} onRetry={() => void shares.refetch()} />
      {shares.data?.length === 0 && (
        <EmptyState icon={IconShare}>
          {deal.partner?.name
            ? `Only ${deal.partner.name}, whose deal it is, and your organisation see it.`
            : 'Only your organisation sees it.'}
        </EmptyState>
      )}
      <ul className={classes.list}>
        {shares.data?.map((share) => (
          <li key={share.userId} className={classes.person}>
            <span className={classes.personName}>
              {share.name} <span className={classes.muted}>{share.email}</span>
            </span>
            <span className={classes.muted}>
              by {share.sharedBy} <RelativeTime at={share.at} />
            </span>
            <ActionIcon aria-label={`Stop sharing with ${share.name}`} onClick={() => void unshare(share)}>
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      <FormDialog
        opened={sharing}
        onClose={dialog.close}
        title="Share deal"
        submitLabel="Share deal"
        initialValues={{ partnerUserId: '' }}
        validate={(values) => (values.partnerUserId ? {} : { partnerUserId: 'Choose a partner user.' })}
        onSubmit={async (values) => {
          await shareDeal(deal.id, values.partnerUserId);
          await refresh();
        }}
      >
        {(form) => (
          <Select
            label="Partner user"
            data={partners
              .filter((partner) => !taken.includes(partner.userId))
              .map((partner) => ({ value: partner.userId, label: partner.label }))}
            searchable
            required
            data-autofocus
            nothingFoundMessage="No other partner user has this name"
            {...form.getInputProps('partnerUserId')}
          />
        )}
      </FormDialog>
    </Section>
  );
}
