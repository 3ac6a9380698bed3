import { Button, Group, Stack, Textarea } from '@mantine/core';
import { IconSend } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Initials } from '@/shared/components/Initials';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { useSession } from '@/shared/session';
import { messagesQuery } from '../api/listMessages';
import { replyToRequest } from '../api/replyToRequest';
import type { RequestDetails, RequestState } from '../api/types';
import classes from './Conversation.module.css';

interface Line {
  id: string;
  author: string;
  fromCustomer: boolean;
  text: string;
  at: string;
}

/** What was said, the request itself first, and the field to go on. */
export function Conversation({ request }: { request: RequestDetails }) {
  const { summary, text, actions } = request;
  const { kind } = useSession();
  const customer = kind === 'CUSTOMER';
  const [sent, setSent] = useState(0); // a new field for each message
  const { data: messages = [], error, refetch } = useQuery(messagesQuery(summary.id));
  const first: Line = {
    id: 'request',
    author: summary.customer.name,
    fromCustomer: true,
    text,
    at: summary.createdAt,
  };
  return (
    <Section title="Conversation" description={customer ? customerWordsOf(request) : staffWords(request)}>
      <ol className={classes.messages} aria-label="Conversation" aria-live="polite">
        {[first, ...messages].map((line) => (
          <li key={line.id} className={classes.message} data-ours={line.fromCustomer === customer || undefined}>
            <span aria-hidden>
              <Initials name={line.author} size="sm" />
            </span>
            <div className={classes.bubble}>
              <div className={classes.head}>
                <strong>{line.author}</strong>
                <span>{line.fromCustomer ? 'Customer' : 'Support'}</span>
                <span className={classes.when}>
                  <RelativeTime at={line.at} />
                </span>
              </div>
              <p className={classes.text}>{line.text}</p>
            </div>
          </li>
        ))}
      </ol>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {actions.includes('REPLY') && (
        <ReplyForm key={sent} requestId={summary.id} customer={customer} onSent={() => setSent((count) => count + 1)} />
      )}
    </Section>
  );
}

function ReplyForm(props: { requestId: string; customer: boolean; onSent: () => void }) {
  const { requestId, customer, onSent } = props;
  const queryClient = useQueryClient();
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: 'Reply',
      initialValues: { text: '' },
      validate: { text: (value: string) => (value.trim() ? null : 'Write something first.') },
    },
    async ({ text }) => {
      await replyToRequest(requestId, text);
      await queryClient.invalidateQueries({ queryKey: ['request'] });
      toast.success(customer ? 'Your message is sent.' : 'Sent; the customer gets a mail.');
      onSent();
    },
  );
  return (
    <form onSubmit={submit} noValidate className={classes.reply}>
      <Stack gap="xs">
        <ProblemAlert error={problem} />
        <Textarea
          label={customer ? 'Your message' : 'Response to the customer'}
          autosize
          minRows={3}
          maxRows={14}
          maxLength={10000}
          {...form.getInputProps('text')}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={busy} leftSection={<IconSend size={16} aria-hidden />}>
            {customer ? 'Send message' : 'Send response'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

const customerWords: Record<RequestState, string> = {
  NEW: 'We have your request and are finding the right person for it.',
  ASSIGNED: 'Somebody has your request and will answer here.',
  RESPONDED: 'You have an answer. Write back if it does not help.',
  RESOLVED: 'This request is resolved. Log a new one if you need more.',
  UNASSIGNED: 'We have your request and are finding the right person for it.',
};

function customerWordsOf({ summary }: RequestDetails): string {
  return summary.answered && summary.state !== 'RESOLVED' ? customerWords.RESPONDED : customerWords[summary.state];
}

function staffWords({ summary }: RequestDetails): string {
  switch (summary.state) {
    case 'ASSIGNED':
      return summary.answered
        ? `The customer has had a response; ${summary.assignee?.name ?? 'whoever has it now'} has not written yet.`
        : 'The customer waits for a first response.';
    case 'RESPONDED':
      return 'The customer has a response; the request waits for its resolution.';
    case 'RESOLVED':
      return 'The request is resolved; nothing can be added.';
    default:
      return 'Nobody has this request yet.';
  }
}
