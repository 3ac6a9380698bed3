import { ActionIcon, Button, Popover, Tooltip } from '@mantine/core';
import { IconBell, IconCheck } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { toast } from '@/shared/components/toast';
import { noticesQuery } from './api/notices';
import { readAllNotices, readNotice } from './api/readNotices';
import classes from './NewsMenu.module.css';

/** The bell: what others and workflows have done with the user's deals, until it is ticked off or the deal is opened. */
export function NewsMenu() {
  const [opened, setOpened] = useState(false);
  const notices = useQuery(noticesQuery);
  const unread = notices.data?.filter((notice) => !notice.read).length ?? 0;
  const queryClient = useQueryClient();
  const refresh = {
    onSuccess: () => queryClient.invalidateQueries({ queryKey: noticesQuery.queryKey }),
    onError: (error: Error) => toast.problem(error),
  };
  const read = useMutation({ mutationFn: readNotice, ...refresh });
  const readAll = useMutation({ mutationFn: readAllNotices, ...refresh });

  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-end" width="min(24rem, 94vw)">
      <Popover.Target>
        <ActionIcon
          className={classes.bell}
          aria-label={unread ? `News, ${counted(unread)} unread` : 'News'}
          onClick={() => setOpened((isOpen) => !isOpen)}
        >
          <IconBell size={18} stroke={1.7} />
          {unread > 0 && (
            <span className={classes.count} aria-hidden>
              {counted(unread)}
            </span>
          )}
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={0} aria-label="News">
        <div className={classes.head}>
          <strong>News about deals</strong>
          {unread > 0 && (
            <Button variant="subtle" size="compact-sm" loading={readAll.isPending} onClick={() => readAll.mutate()}>
              Tick all off
            </Button>
          )}
        </div>
        <ProblemAlert error={notices.error} onRetry={() => void notices.refetch()} />
        {notices.data?.length === 0 && (
          <EmptyState icon={IconBell}>
            Nothing yet. Here you read what others and workflows have done with your deals.
          </EmptyState>
        )}
        <ul className={classes.list}>
          {notices.data?.map((notice) => (
            <li key={notice.id} className={classes.notice} data-unread={!notice.read || undefined}>
              <Link to="/deals/$dealId" params={{ dealId: notice.dealId }} onClick={() => setOpened(false)}>
                <span className={classes.deal}>{notice.dealName}</span>
                <span>{notice.message}</span>
              </Link>
              <span className={classes.time}>
                <RelativeTime at={notice.at} />
              </span>
              {!notice.read && (
                <Tooltip label="Tick off">
                  <ActionIcon
                    aria-label={`Tick off: ${notice.dealName}, ${notice.message}`}
                    onClick={() => read.mutate(notice.id)}
                  >
                    <IconCheck size={16} />
                  </ActionIcon>
                </Tooltip>
              )}
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

const most = 9;

function counted(number: number) {
  return number > most ? `${most}+` : String(number);
}
