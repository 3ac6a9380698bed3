import { Alert, Button, Group, Select, Skeleton, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { checkImport, listLines, type Import, type ImportField } from './api/imports';
import classes from './Import.module.css';
import { fieldOptions, mappingProblem } from './importWords';

const previewLines = 5;

/** Which column is imported as what, beside the first lines of the file. */
export function ImportMapping({ found, onStarted }: { found: Import; onStarted: () => void }) {
  const queryClient = useQueryClient();
  const [mapping, setMapping] = useState<(ImportField | null)[]>(found.mapping);
  const { data: preview } = useQuery({
    queryKey: ['import', found.id, 'preview'],
    queryFn: () => listLines(found.id, { limit: previewLines }),
  });
  const check = useMutation({
    mutationFn: () => checkImport(found.id, mapping),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['import'] });
      onStarted();
    },
  });
  const wrong = mappingProblem(mapping);
  const choose = (column: number, field: string | null) =>
    setMapping(mapping.map((each, index) => (index === column ? (field as ImportField | null) : each)));
  return (
    <Section
      title="Map columns"
      description="The headings were matched as well as they could be. Columns without a field are left out; several can go to the notes."
    >
      <Stack gap="md">
        <ProblemAlert error={check.error} />
        <div className={classes.scroll}>
          <table className={classes.mapping}>
            <thead>
              <tr>
                <th scope="col">Column of the file</th>
                <th scope="col">Imported as</th>
                <th scope="col">First lines</th>
              </tr>
            </thead>
            <tbody>
              {found.header.map((heading, column) => (
                <tr key={column} data-off={mapping[column] === null || undefined}>
                  <th scope="row">{heading}</th>
                  <td>
                    <Select
                      aria-label={`Import ${heading} as`}
                      placeholder="Left out"
                      clearable
                      clearButtonProps={{ 'aria-label': `Leave ${heading} out` }}
                      data={fieldOptions}
                      value={mapping[column] ?? null}
                      onChange={(field) => choose(column, field)}
                      w={230}
                    />
                  </td>
                  <td>
                    {preview ? (
                      <Text size="sm" c="dimmed" className={classes.samples}>
                        {preview.items
                          .map((line) => line.cells[column])
                          .filter(Boolean)
                          .join(' · ') || '–'}
                      </Text>
                    ) : (
                      <Skeleton height={10} />
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
        {wrong && (
          <Alert icon={<IconInfoCircle size={18} />} role="status" className={classes.hint}>
            {wrong}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button disabled={wrong !== null} loading={check.isPending} onClick={() => check.mutate()}>
            Check {found.lines.toLocaleString()} lines
          </Button>
        </Group>
      </Stack>
    </Section>
  );
}
