import { IconCheck } from '@tabler/icons-react';
import type { PathLayer } from '../api/types';
import { durationWords } from '../words';
import classes from './EscalationPath.module.css';

const passages = {
  PASSED: 'passed',
  CURRENT: 'here now',
  AHEAD: 'ahead',
} as const;

/** The layers of the team in order, and where the request is. */
export function EscalationPath({ layers, done }: { layers: PathLayer[]; done: boolean }) {
  return (
    <ol className={classes.path} aria-label="Escalation path">
      {layers.map((layer, index) => (
        <li
          key={layer.id}
          className={classes.layer}
          data-passage={layer.passage}
          aria-current={layer.passage === 'CURRENT' && !done ? 'step' : undefined}
        >
          <span className={classes.number} aria-hidden>
            {layer.passage === 'PASSED' || (done && layer.passage === 'CURRENT') ? (
              <IconCheck size={13} stroke={2.4} />
            ) : (
              index + 1
            )}
          </span>
          <span className={classes.words}>
            <strong>{layer.name}</strong>
            <span className={classes.times}>
              {passages[layer.passage]} · respond in {durationWords(layer.responseMinutes)}, resolve in{' '}
              {durationWords(layer.resolutionMinutes)}
            </span>
          </span>
        </li>
      ))}
    </ol>
  );
}
