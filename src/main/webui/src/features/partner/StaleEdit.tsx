import { Alert, Button, Stack, Table } from '@mantine/core';
import { IconGitMerge } from '@tabler/icons-react';
import type { Problem } from '@/shared/api/problem';
import { fieldWords } from './accountValues';
import classes from './Duplicates.module.css';

interface Difference {
  field: string;
  before: unknown;
  after: unknown;
}

interface Props {
  problem: Problem;
  /** Turns ids of picklists and people into words. */
  wordOf: (value: unknown) => string;
  onReload: () => void;
}

/** Somebody else has saved first: what is stored now beside what was typed here. */
export function StaleEdit({ problem, wordOf, onReload }: Props) {
  const differences = (problem.document.differences ?? []) as Difference[];
  return (
    <Alert
      role="alert"
      icon={<IconGitMerge size={18} />}
      title="Somebody else changed this in the meantime"
      classNames={{ root: classes.alert, icon: classes.icon, title: classes.title, message: classes.message }}
    >
      <Stack gap="sm" align="flex-start">
        {differences.length > 0 && (
          <Table aria-label="Differences">
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">Field</Table.Th>
                <Table.Th scope="col">Stored now</Table.Th>
                <Table.Th scope="col">Yours</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {differences.map(({ field, before, after }) => (
                <Table.Tr key={field}>
                  <Table.Td>{fieldWords[field] ?? field}</Table.Td>
                  <Table.Td>{wordOf(before)}</Table.Td>
                  <Table.Td>{wordOf(after)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        )}
        <Button size="compact-sm" variant="default" onClick={onReload}>
          Load what is stored
        </Button>
      </Stack>
    </Alert>
  );
}
