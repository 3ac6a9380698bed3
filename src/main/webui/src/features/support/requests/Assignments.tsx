import { Collapse, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconArrowUpRight, IconChevronRight, IconUserCheck, IconUserOff } from '@tabler/icons-react';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Timeline } from '@/shared/components/Timeline';
import { assignmentsQuery } from '../api/listAssignments';
import type { AssignmentDecision, RequestAssignment } from '../api/types';
import { endWords } from '../words';
import classes from './Assignments.module.css';

/** Each layer that the request came to, the latest first, with the decision of the rules. */
export function Assignments({ requestId }: { requestId: string }) {
  const { data: assignments } = useSuspenseQuery(assignmentsQuery(requestId));
  if (assignments.length === 0) return <p className={classes.none}>It is being assigned.</p>;
  return (
    <Timeline
      label="Assignments"
      entries={assignments.toReversed().map((assignment) => ({
        id: assignment.id,
        at: assignment.assignedAt,
        icon: iconOf(assignment),
        title: (
          <>
            <strong>{assignment.assignee?.name ?? 'Nobody'}</strong> in {assignment.layer}
          </>
        ),
        body: <Why assignment={assignment} />,
      }))}
    />
  );
}

function iconOf({ assignee, endedBy }: RequestAssignment) {
  if (!assignee) return IconUserOff;
  return endedBy && endedBy !== 'RESOLVED' ? IconArrowUpRight : IconUserCheck;
}

function Why({ assignment }: { assignment: RequestAssignment }) {
  const [opened, { toggle }] = useDisclosure(false);
  const { decision, endedBy, note, assignee, askedBy, reason } = assignment;
  return (
    <div className={classes.why}>
      <p>{note}</p>
      {assignee && endedBy && (
        <p className={classes.end}>
          {endWords[endedBy]}
          {askedBy && ` by ${askedBy}`}
          {reason ? `: ${reason}` : '.'}
        </p>
      )}
      {decision && (
        <>
          <UnstyledButton className={classes.toggle} aria-expanded={opened} onClick={toggle}>
            <IconChevronRight size={14} aria-hidden className={classes.chevron} data-opened={opened || undefined} />
            {opened ? 'Hide why' : 'Why'}
          </UnstyledButton>
          <Collapse in={opened}>
            <Decision decision={decision} />
          </Collapse>
        </>
      )}
    </div>
  );
}

function Decision({ decision }: { decision: AssignmentDecision }) {
  return (
    <div className={classes.decision}>
      <p>
        {decision.rowNumber === null
          ? `Version ${decision.version} of the table: no row led here.`
          : `Row ${decision.rowNumber} of version ${decision.version}: ${decision.rowText ?? ''}`}
      </p>
      <ul className={classes.verdicts} aria-label="Everybody in the layer">
        {decision.verdicts.map((verdict) => (
          <li key={verdict.userId} data-standing={verdict.standing}>
            <strong>{verdict.name}</strong> {verdict.sentence}
          </li>
        ))}
      </ul>
    </div>
  );
}
