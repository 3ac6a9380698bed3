import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { WaitingPanel } from '@/shared/components/WaitingPanel';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { listAttention } from './api/attention';
import { recordPathOf, workInWords } from './attentionWords';

const most = 6;

export function AttentionPanel() {
  const list = usePagedList(['attention', 'home'], () => listAttention({ limit: most }));
  return (
    <WaitingPanel
      title="Needs attention"
      list={list}
      empty="All automatic work is done."
      all={{ to: '/attention' }}
      itemOf={(item) => ({
        id: item.id,
        to: recordPathOf(item) ?? '/attention',
        title: item.recordName ? `${item.recordName}: ${workInWords(item)}` : workInWords(item),
        note: <RelativeTime at={item.since} />,
        state: <StatusBadge tone="overdue">Failed</StatusBadge>,
      })}
    />
  );
}
