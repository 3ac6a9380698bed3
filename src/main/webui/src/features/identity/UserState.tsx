import { StatusBadge } from '@/shared/components/StatusBadge';
import type { User } from './api/users';

export function UserState({ user }: { user: User }) {
  if (!user.active) return <StatusBadge tone="lost">Disabled</StatusBadge>;
  if (!user.accepted) return <StatusBadge tone="waiting">Invited</StatusBadge>;
  return <StatusBadge tone="active">Active</StatusBadge>;
}
