import { IconHeartHandshake } from '@tabler/icons-react';
import { StatusBadge } from '@/shared/components/StatusBadge';
import type { Account } from './api/accounts';

/** Whether the account is enabled as a partner; otherwise its status. */
export function PartnerBadge({ account }: { account: Account }) {
  return account.partnerEnabledAt ? (
    <StatusBadge tone="won" icon={IconHeartHandshake}>
      Partner
    </StatusBadge>
  ) : (
    <StatusBadge tone="waiting">Not enabled</StatusBadge>
  );
}
