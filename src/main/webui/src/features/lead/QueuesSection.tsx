import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { useCan } from '@/shared/session';
import { queuesQuery, type Queue } from './api/queues';
import { MemberNames } from './MemberNames';
import { QueueDialog } from './QueueDialog';
import classes from './QueuesPage.module.css';

export function QueuesSection() {
  const can = useCan();
  const { data: queues, error } = useQuery(queuesQuery);
  const [edited, setEdited] = useState<Queue | 'new' | null>(null);
  const add = can('queue:edit') && (
    <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      Add queue
    </Button>
  );
  return (
    <Section
      title="Queues"
      description="Every member sees the leads that wait; the first who takes one has it."
      action={add}
      flush
    >
      <ProblemAlert error={error} />
      {queues?.length === 0 && <EmptyState>No queue yet. Add one, then name it in the assignment table.</EmptyState>}
      <ul className={classes.list}>
        {queues?.map((queue) => (
          <li key={queue.id} className={classes.item}>
            <div className={classes.words}>
              <strong>{queue.name}</strong>
              {queue.description && <span className={classes.note}>{queue.description}</span>}
              <MemberNames members={queue.members} />
            </div>
            <div className={classes.side}>
              <Link to="/leads" search={{ state: 'QUEUED' }} className={classes.count}>
                {queue.waiting} waiting
              </Link>
              {can('queue:edit') && (
                <Button
                  variant="default"
                  size="compact-sm"
                  onClick={() => setEdited(queue)}
                  aria-label={`Edit the queue ${queue.name}`}
                >
                  Edit
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {edited && <QueueDialog queue={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />}
    </Section>
  );
}
