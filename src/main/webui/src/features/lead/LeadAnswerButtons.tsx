import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { toast } from '@/shared/components/toast';
import { acceptLead, takeLead, type CompletedContact } from './api/answerLead';
import { CompleteLeadDialog } from './CompleteLeadDialog';
import type { Lead } from './api/leads';
import { DeclineDialog } from './DeclineDialog';

interface Props {
  lead: Lead;
  size?: 'sm' | 'compact-sm';
}

/** What a partner user can do with the lead now: accept or decline an offer, take it from a queue. */
export function LeadAnswerButtons({ lead, size = 'sm' }: Props) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [declining, setDeclining] = useState(false);
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['lead'] });

  const [completing, setCompleting] = useState<'accept' | 'take' | null>(null);
  const isComplete = lead.missing.length === 0;
  const become = async (contact: CompletedContact) => {
    await (completing === 'take' ? takeLead(lead.id, contact) : acceptLead(lead.id, contact));
    toast.success(`${lead.company} is yours and becomes a deal.`);
    await refresh();
  };

  const accept = useMutation({
    mutationFn: () => acceptLead(lead.id),
    onSuccess: () => toast.success(`${lead.company} is yours and becomes a deal.`),
    onError: (error) => toast.problem(error),
    onSettled: refresh,
  });
  const take = useMutation({
    mutationFn: () => takeLead(lead.id),
    onSuccess: () => toast.success(`${lead.company} is yours and becomes a deal.`),
    onError: (error) => toast.problem(Problem.from(error)),
    onSettled: refresh,
  });

  return (
    <>
      {lead.steps.includes('DECLINE') && (
        <>
          <Button variant="default" size={size} onClick={() => setDeclining(true)}>
            Decline
          </Button>
          <DeclineDialog
            lead={lead}
            opened={declining}
            onClose={() => setDeclining(false)}
            onDeclined={() => {
              toast.success(`${lead.company} is offered to somebody else.`);
              void navigate({ to: '/lead-inbox' }).then(refresh);
            }}
          />
        </>
      )}
      <CompleteLeadDialog
        lead={lead}
        opened={completing !== null}
        onClose={() => setCompleting(null)}
        onSubmit={become}
      />
      {lead.steps.includes('ACCEPT') && (
        <Button
          size={size}
          loading={accept.isPending}
          onClick={() => (isComplete ? accept.mutate() : setCompleting('accept'))}
        >
          Accept
        </Button>
      )}
      {lead.steps.includes('TAKE') && (
        <Button
          size={size}
          loading={take.isPending}
          onClick={() => (isComplete ? take.mutate() : setCompleting('take'))}
        >
          Take lead
        </Button>
      )}
    </>
  );
}
