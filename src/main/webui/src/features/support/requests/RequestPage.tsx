import { Button } from '@mantine/core';
import { IconArrowUpRight, IconCheck, IconUserPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Suspense, useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { RecordPage } from '@/shared/components/RecordPage';
import { RecordSkeleton } from '@/shared/components/RecordSkeleton';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { useSession } from '@/shared/session';
import { requestQuery } from '../api/readRequest';
import type { RequestAction, RequestDetails } from '../api/types';
import { DueChip } from '../components/DueChip';
import { EscalationPath } from '../components/EscalationPath';
import { Person } from '../components/Person';
import { PriorityMark } from '../components/PriorityMark';
import { RequestStateBadge } from '../components/RequestStateBadge';
import { Assignments } from './Assignments';
import { AssignDialog, EscalateDialog, ResolveDialog } from './RequestDialogs';
import { Conversation } from './Conversation';
import { HandedOverPage } from './HandedOverPage';
import { endWords } from '../words';
import classes from './RequestPage.module.css';

type Dialog = Exclude<RequestAction, 'REPLY'>;

/** One request: the conversation with the customer and, for those who work on it, its way through the layers. */
export function RequestPage() {
  const { id } = useParams({ strict: false });
  const { data: request, error } = useQuery(requestQuery(id ?? ''));
  if (error) {
    const problem = Problem.from(error);
    if (problem.document.handedOver === true) return <HandedOverPage words={problem.message} />;
    throw error;
  }
  return request ? <Request request={request} /> : <RecordSkeleton />;
}

function Request({ request }: { request: RequestDetails }) {
  const { kind } = useSession();
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const { summary, actions } = request;
  const close = () => setDialog(null);
  return (
    <RecordPage
      title={`${summary.name} ${summary.subject}`}
      back={{ to: '/requests', label: kind === 'CUSTOMER' ? 'My requests' : 'Requests' }}
      status={
        <>
          <RequestStateBadge request={summary} />
          <DueChip dueAt={summary.dueAt} />
        </>
      }
      facts={facts(request, kind === 'CUSTOMER')}
      actions={
        <>
          {actions.includes('ESCALATE') && (
            <Button
              variant="default"
              leftSection={<IconArrowUpRight size={16} aria-hidden />}
              onClick={() => setDialog('ESCALATE')}
            >
              Escalate
            </Button>
          )}
          {actions.includes('ASSIGN') && (
            <Button leftSection={<IconUserPlus size={16} aria-hidden />} onClick={() => setDialog('ASSIGN')}>
              Assign
            </Button>
          )}
          {actions.includes('RESOLVE') && (
            <Button
              variant={actions.includes('ASSIGN') ? 'default' : 'filled'}
              leftSection={<IconCheck size={16} aria-hidden />}
              onClick={() => setDialog('RESOLVE')}
            >
              Resolve
            </Button>
          )}
        </>
      }
    >
      <div className={classes.columns} data-single={kind === 'CUSTOMER' || undefined}>
        <Conversation request={request} />
        {kind !== 'CUSTOMER' && (
          <div className={classes.side}>
            <Section title="Escalation path" description={pathWords(request)}>
              <HandedOver request={request} />
              <EscalationPath layers={request.path} done={summary.state === 'RESOLVED'} />
            </Section>
            {kind === 'STAFF' && (
              <Section title="Assignments" description="Who had it, and how the rules came to it.">
                <Suspense fallback={null}>
                  <Assignments requestId={summary.id} />
                </Suspense>
              </Section>
            )}
          </div>
        )}
      </div>
      <EscalateDialog request={request} opened={dialog === 'ESCALATE'} onClose={close} />
      <ResolveDialog request={request} opened={dialog === 'RESOLVE'} onClose={close} />
      <AssignDialog request={request} opened={dialog === 'ASSIGN'} onClose={close} />
    </RecordPage>
  );
}

function facts({ summary, product, category }: RequestDetails, customer: boolean) {
  const all = [
    { label: 'Priority', value: <PriorityMark priority={summary.priority} /> },
    !customer && { label: 'Customer', value: `${summary.customer.name}, ${summary.orgUnit.name}` },
    {
      label: customer ? 'Works on it' : 'Assignee',
      value: summary.assignee ? <Person name={summary.assignee.name} /> : '–',
    },
    { label: 'Team', value: summary.team.name },
    (product ?? category) && { label: 'About', value: [product, category].filter(Boolean).join(' · ') },
    { label: 'Logged', value: <RelativeTime at={summary.createdAt} /> },
  ];
  return all.filter((fact) => fact !== false && fact !== null && fact !== '');
}

/** How the request came to who has it now. */
function HandedOver({ request: { handedOver } }: { request: RequestDetails }) {
  if (!handedOver) return null;
  return (
    <p className={classes.handedOver}>
      It came from {handedOver.layer}: {handedOver.cause ? endWords[handedOver.cause].toLowerCase() : 'handed over'}
      {handedOver.askedBy && ` by ${handedOver.askedBy}`}.{handedOver.reason && <q>{handedOver.reason}</q>}
    </p>
  );
}

function pathWords({ leadToldAt, summary }: RequestDetails): string | undefined {
  if (!leadToldAt || summary.state === 'RESOLVED') return undefined;
  return summary.assignee
    ? "The last layer is late with it: the team's lead was told."
    : "Nobody in any layer could take it: the team's lead was told.";
}
