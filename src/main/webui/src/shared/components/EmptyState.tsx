import { Stack, Text } from '@mantine/core';
import { IconInbox, type Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './EmptyState.module.css';

interface Props {
  /** One sentence: what is not there yet, and what would fill it. */
  children: ReactNode;
  /** The button that fills it. */
  action?: ReactNode;
  icon?: Icon;
}

export function EmptyState({ children, action, icon: StateIcon = IconInbox }: Props) {
  return (
    <Stack align="center" gap="sm" className={classes.root}>
      <span className={classes.icon}>
        <StateIcon size={22} stroke={1.6} aria-hidden />
      </span>
      <Text c="dimmed" ta="center" maw={420}>
        {children}
      </Text>
      {action}
    </Stack>
  );
}
