import { Button } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { useCan } from '@/shared/session';
import { assignmentGroupsQuery, type AssignmentGroup } from './api/assignmentGroups';
import { AssignmentGroupDialog } from './AssignmentGroupDialog';
import classes from './QueuesPage.module.css';

export function AssignmentGroupsSection() {
  const can = useCan();
  const { data: groups, error } = useQuery(assignmentGroupsQuery);
  const [edited, setEdited] = useState<AssignmentGroup | 'new' | null>(null);
  const add = can('queue:edit') && (
    <Button size="compact-sm" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEdited('new')}>
      Add group
    </Button>
  );
  return (
    <Section
      title="Round robin"
      description="The members of a group get leads in turn. The turn is kept when the application restarts."
      action={add}
      flush
    >
      <ProblemAlert error={error} />
      {groups?.length === 0 && (
        <EmptyState icon={IconRefresh}>No group yet. Add one, then name it in the assignment table.</EmptyState>
      )}
      <ul className={classes.list}>
        {groups?.map((group) => (
          <li key={group.id} className={classes.item}>
            <div className={classes.words}>
              <strong>{group.name}</strong>
              <span className={classes.note}>
                {group.kind === 'QUEUES' ? 'Queues in turn' : 'Partner users in turn'}
              </span>
              <Turns group={group} />
            </div>
            {can('queue:edit') && (
              <Button
                variant="default"
                size="compact-sm"
                onClick={() => setEdited(group)}
                aria-label={`Edit the group ${group.name}`}
              >
                Edit
              </Button>
            )}
          </li>
        ))}
      </ul>
      {edited && (
        <AssignmentGroupDialog group={edited === 'new' ? undefined : edited} onClose={() => setEdited(null)} />
      )}
    </Section>
  );
}

function Turns({ group }: { group: AssignmentGroup }) {
  return (
    <ul className={classes.turns} aria-label={`Members of ${group.name}`}>
      {group.members.map((member) => {
        const next = member.id === group.next;
        return (
          <li key={member.id} className={classes.turn} data-next={next || undefined}>
            {member.name}
            {member.weight > 1 && <span>weight {member.weight}</span>}
            <span>{member.assignments === 1 ? '1 lead' : `${member.assignments} leads`}</span>
            {next && <span>next</span>}
          </li>
        );
      })}
    </ul>
  );
}
