import { StatusBadge } from '@/shared/components/StatusBadge';
import { useSession } from '@/shared/session';
import type { RequestState } from '../api/types';
import { stateWords } from '../words';

export function RequestStateBadge({ state }: { state: RequestState }) {
  const { kind } = useSession();
  const { tone, words } = stateWords(state, kind === 'CUSTOMER');
  return <StatusBadge tone={tone}>{words}</StatusBadge>;
}
