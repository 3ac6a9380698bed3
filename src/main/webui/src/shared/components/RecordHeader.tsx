import { Group, Title } from '@mantine/core';
import { IconChevronLeft } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useDocumentTitle } from '../hooks/useDocumentTitle';
import { Facts, type Fact } from './Facts';
import classes from './RecordHeader.module.css';

export interface RecordHeaderProps {
  title: string;
  /** The state, as a `StatusBadge`. */
  status?: ReactNode;
  /** The list that the record belongs to. */
  back?: { to: string; label: string };
  /** Owner, value, dates ...: at most six. */
  facts?: Fact[];
  actions?: ReactNode;
}

/** The head of a record's page: name, state, key facts, actions. */
export function RecordHeader({ title, status, back, facts = [], actions }: RecordHeaderProps) {
  useDocumentTitle(title);
  return (
    <header className={classes.header}>
      {back && (
        <Link to={back.to} className={classes.back}>
          <IconChevronLeft size={14} aria-hidden />
          {back.label}
        </Link>
      )}
      <div className={classes.top}>
        <Group gap="sm" className={classes.name}>
          <Title order={1}>{title}</Title>
          {status}
        </Group>
        {actions && <Group gap="xs">{actions}</Group>}
      </div>
      {facts.length > 0 && <Facts facts={facts} />}
    </header>
  );
}
