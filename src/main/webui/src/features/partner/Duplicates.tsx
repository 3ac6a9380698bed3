import { Alert, Checkbox, Group, Stack, Text } from '@mantine/core';
import { IconCopyCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import type { Duplicate } from './api/accounts';
import classes from './Duplicates.module.css';

interface Props {
  duplicates: Duplicate[];
  /** What the records are: "account" or "contact". */
  what: 'account' | 'contact';
  confirmed: boolean;
  onConfirm: (confirmed: boolean) => void;
}

/** Shows the records that may be the same, with score and reasons, and asks whether this is another one. */
export function Duplicates({ duplicates, what, confirmed, onConfirm }: Props) {
  if (duplicates.length === 0) return null;
  return (
    <Alert
      icon={<IconCopyCheck size={18} />}
      title={
        duplicates.length === 1
          ? `There may be this ${what} already`
          : `There may be this ${what} already, look at these`
      }
      classNames={{ root: classes.alert, icon: classes.icon, title: classes.title, message: classes.message }}
    >
      <Stack gap="sm">
        <ul className={classes.list} aria-label="Likely duplicates">
          {duplicates.map((duplicate) => (
            <li key={duplicate.recordId}>
              <Group gap="xs" wrap="nowrap" align="baseline">
                <span className={`${classes.score} pf-figures`}>{Math.round(duplicate.score * 100)} %</span>
                <div>
                  <Link
                    to={what === 'account' ? '/partner-accounts/$id' : '/contacts/$id'}
                    params={{ id: duplicate.recordId }}
                    target="_blank"
                  >
                    {duplicate.title}
                  </Link>
                  <Text size="sm" c="dimmed">
                    {[...duplicate.reasons, duplicate.subtitle].filter(Boolean).join(' · ')}
                  </Text>
                </div>
              </Group>
            </li>
          ))}
        </ul>
        <Checkbox
          label={what === 'account' ? 'This is another company' : 'This is another person'}
          checked={confirmed}
          onChange={(event) => onConfirm(event.currentTarget.checked)}
        />
      </Stack>
    </Alert>
  );
}
