import { Group, Progress as Bar, Stack, Text } from '@mantine/core';

interface Props {
  /** What is being done: "Importing accounts". */
  label: string;
  done: number;
  total: number;
}

/** A long job with its count; announced politely. */
export function Progress({ label, done, total }: Props) {
  const percent = total > 0 ? Math.min(100, Math.round((done / total) * 100)) : 0;
  return (
    <Stack gap={6}>
      <Group justify="space-between">
        <Text>{label}</Text>
        <Text c="dimmed" className="pf-figures" aria-live="polite">
          {done.toLocaleString()} of {total.toLocaleString()}
        </Text>
      </Group>
      <Bar.Root size="sm">
        <Bar.Section value={percent} aria-label={label} />
      </Bar.Root>
    </Stack>
  );
}
