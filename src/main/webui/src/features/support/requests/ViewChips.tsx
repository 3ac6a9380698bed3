import classes from './ViewChips.module.css';

interface View<Key extends string> {
  key: Key;
  label: string;
  count?: number;
  /** Draws the eye when the count is not zero. */
  alarming?: boolean;
}

interface Props<Key extends string> {
  views: View<Key>[];
  value: Key;
  onChange: (key: Key) => void;
}

/** The ready-made choices of a list, with how many each holds. */
export function ViewChips<Key extends string>({ views, value, onChange }: Props<Key>) {
  return (
    <div className={classes.chips} role="group" aria-label="Which requests">
      {views.map(({ key, label, count, alarming }) => (
        <button
          key={key}
          type="button"
          className={classes.chip}
          aria-pressed={key === value}
          data-alarming={(alarming && count ? true : undefined) ?? undefined}
          onClick={() => onChange(key)}
        >
          {label}
          {count !== undefined && <span className={classes.count}>{count}</span>}
        </button>
      ))}
    </div>
  );
}
