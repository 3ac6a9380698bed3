import { WaitingPanel } from '@/shared/components/WaitingPanel';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { useSession } from '@/shared/session';
import { listDeals } from './api/deals';
import { DealState } from './DealState';

const most = 6;

/** The open deals that the user owns, on the start page. */
export function MyDealsPanel() {
  const ownerId = useSession().user.id;
  const list = usePagedList(['deal', 'home', ownerId], async () => {
    const { items } = await listDeals({ ownerId, state: 'OPEN' }, undefined);
    return { items: items.slice(0, most) };
  });
  return (
    <WaitingPanel
      title="Your open deals"
      list={list}
      empty="You own no open deal."
      all={{ to: '/deals', search: { ownerId, state: 'OPEN' } }}
      itemOf={(deal) => ({
        id: deal.id,
        to: `/deals/${deal.id}`,
        title: deal.name,
        state: <DealState state={deal.state} stage={deal.stageName} moving={deal.moving} />,
      })}
    />
  );
}
