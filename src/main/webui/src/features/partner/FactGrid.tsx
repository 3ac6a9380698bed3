import type { ReactNode } from 'react';
import classes from './FactGrid.module.css';

/** Names and values of a record, in two columns where there is room. */
export function FactGrid({ facts }: { facts: [string, ReactNode][] }) {
  return (
    <dl className={classes.facts}>
      {facts.map(([label, value]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}
