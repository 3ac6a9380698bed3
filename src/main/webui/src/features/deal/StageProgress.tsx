import { IconCheck } from '@tabler/icons-react';
import { RelativeTime } from '@/shared/components/RelativeTime';
import type { Step } from './api/types';
import classes from './StageProgress.module.css';

const words: Record<Step['state'], string> = {
  DONE: 'done',
  CURRENT: 'the deal is here',
  AHEAD: 'ahead',
  SKIPPED: 'passed by',
};

/** How far the deal has come in its workflow. */
export function StageProgress({ steps }: { steps: Step[] }) {
  return (
    <ol className={classes.line} aria-label="Progress through the stages">
      {steps.map((step) => (
        <li
          key={step.elementId}
          className={classes.step}
          data-state={step.state}
          aria-current={step.state === 'CURRENT' ? 'step' : undefined}
        >
          <span className={classes.dot}>{step.state === 'DONE' && <IconCheck size={12} stroke={3} aria-hidden />}</span>
          <span className={classes.name}>
            {step.name}
            <span className="pf-visually-hidden">: {words[step.state]}</span>
          </span>
          <span className={classes.when}>{whenOf(step)}</span>
        </li>
      ))}
    </ol>
  );
}

function whenOf(step: Step) {
  const last = step.visits.at(-1);
  if (step.state === 'CURRENT' && last && !last.leftAt) return <RelativeTime at={last.enteredAt} />;
  if (step.state === 'DONE' && last?.leftAt) return last.outcome ?? <RelativeTime at={last.leftAt} />;
  if (step.state === 'SKIPPED') return 'Passed by';
  return null;
}
