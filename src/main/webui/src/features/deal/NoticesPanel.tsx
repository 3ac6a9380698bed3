import { ActionIcon, Anchor } from '@mantine/core';
import { IconBell, IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { noticesQuery } from './api/notices';
import { readNotice } from './api/readNotice';
import classes from './DealPage.module.css';

/** What workflows told the user about deals, until it is ticked off. */
export function NoticesPanel() {
  const queryClient = useQueryClient();
  const notices = useQuery(noticesQuery);
  const unread = notices.data?.filter((notice) => !notice.read) ?? [];

  async function read(id: string) {
    try {
      await readNotice(id);
      await queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey });
    } catch (error) {
      toast.problem(error);
    }
  }

  return (
    <Section title="News about deals">
      <ProblemAlert error={notices.error} onRetry={() => void notices.refetch()} />
      {notices.data && unread.length === 0 && <EmptyState icon={IconBell}>No news about deals.</EmptyState>}
      <ul className={classes.list}>
        {unread.map((notice) => (
          <li key={notice.id} className={classes.person}>
            <span className={classes.personName}>
              <Anchor component={Link} to={`/deals/${notice.dealId}`}>
                {notice.dealName}
              </Anchor>
              <br />
              {notice.message}
            </span>
            <span className={classes.muted}>
              <RelativeTime at={notice.at} />
            </span>
            <ActionIcon aria-label={`Tick off: ${notice.message}`} onClick={() => void read(notice.id)}>
              <IconCheck size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
    </Section>
  );
}
