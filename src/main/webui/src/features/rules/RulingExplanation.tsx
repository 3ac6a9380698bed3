import { Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleMinus, type Icon } from '@tabler/icons-react';
import { useId } from 'react';
import type { Ruling } from './api/decisions';
import classes from './RulingExplanation.module.css';

type Verdict = Ruling['verdicts'][number];

const marks: Record<Verdict['standing'], { icon: Icon; word: string }> = {
  CHOSEN: { icon: IconCircleCheck, word: 'Chosen' },
  ELIGIBLE: { icon: IconCircleDashed, word: 'Could take it' },
  EXCLUDED: { icon: IconCircleMinus, word: 'Cannot take it' },
};

/** A decision explained: the row that fired, the rows passed over, and a sentence for every candidate. */
export function RulingExplanation({ title, ruling }: { title: string; ruling: Ruling }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={classes.root}>
      <Title order={3} id={id}>
        {title}
      </Title>
      <p className={classes.summary}>{ruling.summary}</p>
      {ruling.notes.map((note) => (
        <p key={note} className={classes.sentence}>
          {note}
        </p>
      ))}
      {ruling.passedOver.length > 0 && (
        <ul className={classes.passed} aria-label="Rows that were passed over">
          {ruling.passedOver.map((row) => (
            <li key={row.id}>
              Row {row.number} ({row.text}) was passed over: {row.reason}
            </li>
          ))}
        </ul>
      )}
      {ruling.verdicts.length > 0 && (
        <ul className={classes.verdicts} aria-label="Candidates">
          {ruling.verdicts.map((verdict) => {
            const { icon: MarkIcon, word } = marks[verdict.standing];
            return (
              <li key={verdict.candidateId} data-standing={verdict.standing}>
                <MarkIcon size={16} className={classes.icon} aria-label={word} />
                <div>
                  <strong>{verdict.name}</strong>
                  <div className={classes.sentence}>{verdict.sentence}</div>
                </div>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
