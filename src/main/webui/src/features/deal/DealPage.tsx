import { Button, Skeleton, Tabs } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconEdit } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { RecordDiagram } from '@/features/workflow/RecordDiagram';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RecordPage } from '@/shared/components/RecordPage';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { useFilters } from '@/shared/hooks/useFilters';
import { useCan } from '@/shared/session';
import { dealQuery } from './api/deal';
import type { Deal } from './api/types';
import { ActivityTab } from './ActivityTab';
import { ContactsTab } from './ContactsTab';
import { DealAlerts } from './DealAlerts';
import classes from './DealPage.module.css';
import { DealState } from './DealState';
import { dueOf } from './due';
import { EditDealDialog } from './EditDealDialog';
import { moneyText } from './money';
import { FilesTab } from './FilesTab';
import { MoveButton } from './MoveButton';
import { NotesTab } from './NotesTab';
import { OverviewTab } from './OverviewTab';
import { SharesTab } from './SharesTab';
import { StageProgress } from './StageProgress';
import { useReadNotices } from './useReadNotices';

export function DealPage() {
  const { dealId } = useParams({ from: '/frame/deals/$dealId' });
  const deal = useQuery(dealQuery(dealId));
  if (deal.data) return <Loaded deal={deal.data} />;
  return (
    <div className={classes.waiting}>
      <ProblemAlert error={deal.error} onRetry={() => void deal.refetch()} />
      {!deal.error && (
        <>
          <Skeleton height={24} width="40%" />
          <Skeleton height={48} />
          <Skeleton height={240} />
        </>
      )}
    </div>
  );
}

function Loaded({ deal }: { deal: Deal }) {
  useReadNotices(deal.id);
  const can = useCan();
  const [{ tab = 'overview' }, setFilters] = useFilters(['tab'] as const);
  const [editing, edit] = useDisclosure(false);
  const mayEdit = can('deal:edit') && deal.mayEdit;
  return (
    <RecordPage
      title={deal.name}
      status={
        <DealState state={deal.state} stage={deal.place.name} moving={deal.place.moving} waiting={deal.place.waiting} />
      }
      back={{ to: `/boards/${deal.workflow.id}`, label: deal.workflow.name }}
      facts={factsOf(deal)}
      actions={
        <>
          {mayEdit && (
            <Button variant="default" leftSection={<IconEdit size={16} aria-hidden />} onClick={edit.open}>
              Edit
            </Button>
          )}
          {can('deal:edit') && <MoveButton deal={deal} />}
        </>
      }
    >
      <DealAlerts deal={deal} />
      <section className={classes.progress}>
        <StageProgress steps={deal.progress} />
      </section>
      <Tabs value={tab} onChange={(value) => setFilters({ tab: value === 'overview' ? '' : (value ?? '') })}>
        <Tabs.List className={classes.tabs}>
          <Tabs.Tab value="overview">Overview</Tabs.Tab>
          <Tabs.Tab value="notes">Notes</Tabs.Tab>
          <Tabs.Tab value="files">Files</Tabs.Tab>
          <Tabs.Tab value="contacts">Contacts</Tabs.Tab>
          {can('deal:share') && <Tabs.Tab value="shares">Shares</Tabs.Tab>}
          <Tabs.Tab value="activity">Activity</Tabs.Tab>
          {can('attention:view') && <Tabs.Tab value="diagram">Diagram</Tabs.Tab>}
        </Tabs.List>
        <Tabs.Panel value="overview" pt="md">
          <OverviewTab deal={deal} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" pt="md">
          <NotesTab dealId={deal.id} />
        </Tabs.Panel>
        <Tabs.Panel value="files" pt="md">
          <FilesTab dealId={deal.id} />
        </Tabs.Panel>
        <Tabs.Panel value="contacts" pt="md">
          <ContactsTab deal={deal} mayEdit={mayEdit} />
        </Tabs.Panel>
        {can('deal:share') && (
          <Tabs.Panel value="shares" pt="md">
            <SharesTab deal={deal} />
          </Tabs.Panel>
        )}
        <Tabs.Panel value="activity" pt="md">
          <ActivityTab dealId={deal.id} />
        </Tabs.Panel>
        {can('attention:view') && tab === 'diagram' && (
          <Tabs.Panel value="diagram" pt="md">
            <RecordDiagram workflowId={deal.workflow.id} versionId={deal.workflow.versionId} recordId={deal.id} />
          </Tabs.Panel>
        )}
      </Tabs>
      <EditDealDialog deal={deal} opened={editing} onClose={edit.close} />
    </RecordPage>
  );
}

function factsOf(deal: Deal) {
  const due = dueOf(deal.place.dueAt);
  const partner = [deal.partner?.name, deal.partner?.accountName].filter(Boolean).join(', ');
  return [
    { label: 'Value', value: deal.value ? moneyText(deal.value) : '–' },
    deal.state === 'OPEN'
      ? { label: 'In this stage', value: <RelativeTime at={deal.place.since} /> }
      : { label: 'Closed', value: <RelativeTime at={deal.closedAt} /> },
    ...(due
      ? [
          {
            label: 'Due',
            value: due.tone ? <StatusBadge tone={due.tone}>{due.text}</StatusBadge> : due.text.replace(/^due /, ''),
          },
        ]
      : []),
    { label: 'Owner', value: deal.owner.name },
    { label: 'Partner', value: partner || '–' },
    { label: 'Workflow', value: `Version ${deal.workflow.versionNumber}` },
  ];
}
