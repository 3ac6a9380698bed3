import type { Customer } from '../api/types';

/** Which partner account counts for a customer: the own one before that of the org unit. */
export function accountWords({ partnerAccount, unitPartnerAccount, orgUnit }: Customer): string {
  if (partnerAccount) return partnerAccount.name;
  return unitPartnerAccount ? `${unitPartnerAccount.name}, through ${orgUnit.name}` : '–';
}
