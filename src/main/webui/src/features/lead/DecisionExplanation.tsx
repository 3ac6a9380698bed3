import { Button, Collapse } from '@mantine/core';
import { IconArrowRight, IconCircleCheckFilled, IconCircleMinus, IconUserCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useId, useState } from 'react';
import { RelativeTime } from '@/shared/components/RelativeTime';
import type { Decision } from './api/decisions';
import classes from './DecisionExplanation.module.css';

const marks = {
  CHOSEN: { icon: IconCircleCheckFilled, word: 'Chosen' },
  ELIGIBLE: { icon: IconUserCheck, word: 'Could take it' },
  EXCLUDED: { icon: IconCircleMinus, word: 'Cannot take it' },
} as const;

const shownAtFirst = 6;

/** One decision of the rules, told so that it needs no knowledge of rules: where it went, which row said so, and each candidate. */
export function DecisionExplanation({ decision }: { decision: Decision }) {
  return (
    <article className={classes.decision} aria-label={`Decision: ${headline(decision)}`}>
      <header className={classes.head}>
        <p className={classes.headline}>
          <IconArrowRight size={16} aria-hidden />
          {headline(decision)}
        </p>
        <span className={classes.when}>
          <RelativeTime at={decision.decidedAt} />
        </span>
      </header>
      <Row decision={decision} />
      {decision.ruling.passedOver.length > 0 && (
        <ul className={classes.passed} aria-label="Rows that matched before but led to nobody">
          {decision.ruling.passedOver.map((row) => (
            <li key={row.id}>
              <span className={classes.number}>Row {row.number}</span>
              <span>
                {row.text} <em>{row.reason}</em>
              </span>
            </li>
          ))}
        </ul>
      )}
      {decision.ruling.notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {decision.ruling.verdicts.length > 0 && <Verdicts verdicts={decision.ruling.verdicts} />}
    </article>
  );
}

function headline({ ruling: { assignee } }: Decision): string {
  switch (assignee.kind) {
    case 'USER':
      return `Offered to ${assignee.name}`;
    case 'QUEUE':
      return `Put into the queue ${assignee.name}`;
    default:
      return 'Nobody fits: left unassigned';
  }
}

function Row({ decision }: { decision: Decision }) {
  const version = (
    <Link to="/rules/$ruleSet" params={{ ruleSet: decision.ruleSet }} className={classes.version}>
      version {decision.version} of the assignment table
    </Link>
  );
  if (!decision.ruling.row) {
    return (
      <p className={classes.row}>
        <span>{decision.ruling.summary}</span>
        <span className={classes.source}>{version}</span>
      </p>
    );
  }
  return (
    <p className={classes.row} data-fired>
      <span className={classes.number}>Row {decision.ruling.row.number}</span>
      <span>{decision.ruling.row.text}</span>
      <span className={classes.source}>{version}</span>
    </p>
  );
}

function Verdicts({ verdicts }: { verdicts: Decision['ruling']['verdicts'] }) {
  const [all, setAll] = useState(false);
  const rest = useId();
  return (
    <div>
      <VerdictList verdicts={verdicts.slice(0, shownAtFirst)} label="Candidates" />
      {verdicts.length > shownAtFirst && (
        <>
          <Collapse in={all} id={rest}>
            <VerdictList verdicts={verdicts.slice(shownAtFirst)} label="More candidates" />
          </Collapse>
          <Button
            variant="subtle"
            size="compact-sm"
            aria-expanded={all}
            aria-controls={rest}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show fewer' : `Show ${verdicts.length - shownAtFirst} more`}
          </Button>
        </>
      )}
    </div>
  );
}

function VerdictList({ verdicts, label }: { verdicts: Decision['ruling']['verdicts']; label: string }) {
  return (
    <ul className={classes.verdicts} aria-label={label}>
      {verdicts.map((verdict) => {
        const { icon: Mark, word } = marks[verdict.standing];
        return (
          <li key={verdict.candidateId} data-standing={verdict.standing}>
            <Mark size={16} aria-label={word} role="img" />
            <span>
              <strong>{verdict.name}</strong> {verdict.sentence}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
