import { Group, Select } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { encodingOptions, separatorOptions } from '@/shared/spreadsheets';
import { readImportAnew, type Import } from './api/imports';

/** How the file was read, to be changed where the guess is wrong. */
export function ImportReading({ found }: { found: Import }) {
  const queryClient = useQueryClient();
  const read = useMutation({
    mutationFn: (reading: { encoding: string; separator: string }) => readImportAnew(found.id, reading),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['import'] }),
  });
  const { encoding, delimiter } = found;
  return (
    <Section title="Read the file as" description="Change this where letters or columns below look wrong.">
      <ProblemAlert error={read.error} />
      <Group gap="md" align="flex-end">
        <Select
          label="Encoding"
          data={encodingOptions}
          value={encoding}
          allowDeselect={false}
          disabled={read.isPending}
          onChange={(chosen) => chosen && read.mutate({ encoding: chosen, separator: delimiter })}
          w={300}
        />
        <Select
          label="Separated by"
          data={separatorOptions}
          value={delimiter}
          allowDeselect={false}
          disabled={read.isPending}
          onChange={(chosen) => chosen && read.mutate({ encoding, separator: chosen })}
          w={160}
        />
      </Group>
    </Section>
  );
}
