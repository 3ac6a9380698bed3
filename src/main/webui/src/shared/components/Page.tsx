import { Group, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useDocumentTitle } from '../hooks/useDocumentTitle';
import classes from './Page.module.css';

interface Props {
  title: string;
  /** One sentence below the title, when the title does not say enough. */
  description?: ReactNode;
  /** The one primary action, at the right. */
  action?: ReactNode;
  /** Forms are at most 720 px wide; lists, boards and diagrams use all there is. */
  width?: 'full' | 'form';
  /** Boards and diagrams fill the window and scroll within themselves. */
  fill?: boolean;
  children: ReactNode;
}

export function Page({ title, description, action, width = 'full', fill = false, children }: Props) {
  useDocumentTitle(title);
  return (
    <div className={classes.page} data-width={width} data-fill={fill || undefined}>
      <header className={classes.header}>
        <div className={classes.titles}>
          <Title order={1}>{title}</Title>
          {description && <p className={classes.description}>{description}</p>}
        </div>
        {action && <Group gap="xs">{action}</Group>}
      </header>
      {children}
    </div>
  );
}
