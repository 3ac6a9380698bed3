import { IconUserShare } from '@tabler/icons-react';
import { EmptyState } from '@/shared/components/EmptyState';
import { Section } from '@/shared/components/Section';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { listPartnerUsers } from './api/partnerUsers';
import { PartnerUserTable } from './PartnerUserTable';

/** The tab of a partner account that shows who of it works in the portal. */
export function AccountPartnerUsers({ accountId }: { accountId: string }) {
  const list = usePagedList(['partner-user', 'of-account', accountId], (after) =>
    listPartnerUsers({ accountId, after }),
  );
  return (
    <Section title="Partner users" flush>
      <PartnerUserTable
        list={list}
        withAccount={false}
        empty={
          <EmptyState icon={IconUserShare}>
            Nobody of this account has a log-in to the portal. Enable one of its contacts.
          </EmptyState>
        }
      />
    </Section>
  );
}
