import { StatusBadge } from '@/shared/components/StatusBadge';
import type { Customer } from '../api/types';

/** Whether a customer can get into the portal. */
export function CustomerAccess({ customer }: { customer: Customer }) {
  if (customer.removed) return <StatusBadge tone="lost">Removed</StatusBadge>;
  if (!customer.active) return <StatusBadge tone="lost">Disabled</StatusBadge>;
  if (!customer.accepted) return <StatusBadge tone="waiting">Invited</StatusBadge>;
  return <StatusBadge tone="active">Has access</StatusBadge>;
}
