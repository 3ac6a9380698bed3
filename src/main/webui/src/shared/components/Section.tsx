import { Group, Title } from '@mantine/core';
import { useId, type ReactNode } from 'react';
import classes from './Section.module.css';

interface Props {
  title: string;
  description?: ReactNode;
  action?: ReactNode;
  /** Tables and boards go to the edge. */
  flush?: boolean;
  children: ReactNode;
}

/** A titled surface within a page. */
export function Section({ title, description, action, flush = false, children }: Props) {
  const id = useId();
  return (
    <section className={classes.section} aria-labelledby={id}>
      <div className={classes.head}>
        <div>
          <Title order={2} id={id}>
            {title}
          </Title>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {action && <Group gap="xs">{action}</Group>}
      </div>
      <div className={classes.body} data-flush={flush || undefined}>
        {children}
      </div>
    </section>
  );
}
