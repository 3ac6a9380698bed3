import { StatusBadge } from '@/shared/components/StatusBadge';
import type { LeadState } from './api/leads';
import { stateWords } from './states';

export function LeadStateBadge({ state }: { state: LeadState }) {
  const { label, tone } = stateWords(state);
  return <StatusBadge tone={tone}>{label}</StatusBadge>;
}
