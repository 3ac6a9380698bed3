import { StatusBadge } from '@/shared/components/StatusBadge';
import { useSession } from '@/shared/session';
import type { RequestSummary } from '../api/types';
import { stateWords } from '../words';

export function RequestStateBadge({ request }: { request: Pick<RequestSummary, 'state' | 'answered'> }) {
  const { kind } = useSession();
  const { tone, words } = stateWords(request.state, kind === 'CUSTOMER', request.answered);
  return <StatusBadge tone={tone}>{words}</StatusBadge>;
}
