import type { WhatIfReport } from './api/whatIf';
import classes from './SharesChart.module.css';

type Share = WhatIfReport['shares'][number];

const shown = 12;

/** Before and after as two bars for each, those with the greatest difference first. */
export function SharesChart({ shares }: { shares: Share[] }) {
  const most = Math.max(1, ...shares.flatMap((share) => [share.before, share.after]));
  const visible = shares.slice(0, shown);
  const hidden = shares.length - visible.length;
  return (
    <div className={classes.chart}>
      <p className={classes.legend} aria-hidden>
        <span data-side="before">before</span>
        <span data-side="after">with the draft</span>
      </p>
      <ul className={classes.list} aria-label="Decisions before and with the draft">
        {visible.map((share) => (
          <li key={`${share.kind} ${share.id}`} className={classes.share}>
            <span className={classes.name}>{share.name}</span>
            <span className={classes.bars} aria-hidden>
              <span data-side="before" style={{ width: `${(100 * share.before) / most}%` }} />
              <span data-side="after" style={{ width: `${(100 * share.after) / most}%` }} />
            </span>
            <span className={classes.counts}>
              <span className="pf-visually-hidden">
                {share.before} before, {share.after} with the draft
              </span>
              <span aria-hidden>
                {share.before} → {share.after}
              </span>
              <Difference by={share.after - share.before} />
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 && <p className={classes.more}>and {hidden} more with smaller differences</p>}
    </div>
  );
}

function Difference({ by }: { by: number }) {
  return (
    <span className={classes.difference} aria-hidden>
      {by === 0 ? '' : by > 0 ? `+${by}` : `−${-by}`}
    </span>
  );
}
