import { StatusBadge } from '@/shared/components/StatusBadge';
import type { PartnerUser } from './api/partnerUsers';
import { stateOf } from './stateWords';

export function PartnerUserState({ partner }: { partner: PartnerUser }) {
  const { words, tone } = stateOf(partner);
  return <StatusBadge tone={tone}>{words}</StatusBadge>;
}
