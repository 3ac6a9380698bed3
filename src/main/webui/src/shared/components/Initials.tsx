import { firstCharacter } from '../text';
import classes from './Initials.module.css';

interface Props {
  name: string;
  size?: 'sm' | 'md';
}

/** A person as initials; the full name is there for screen readers and on hover. */
export function Initials({ name, size = 'md' }: Props) {
  return (
    <span className={classes.initials} data-size={size} title={name} role="img" aria-label={name}>
      {initialsOf(name)}
    </span>
  );
}

export function initialsOf(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const ends = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return ends.map(firstCharacter).join('').toUpperCase() || '?';
}
