import { Select, SimpleGrid, TagsInput, TextInput } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import type { TestCase } from './api/draft';
import type { TableForm } from './api/form';

interface Props {
  opened: boolean;
  onClose: () => void;
  /** Undefined for a new one. */
  testCase: TestCase | undefined;
  form: TableForm;
  onSave: (testCase: TestCase) => void;
}

const noRow = 'NO_ROW';

export function CaseDialog({ opened, onClose, testCase, form: table, onSave }: Props) {
  const namesTargets = table.outcomes.some((outcome) => outcome.target !== null);
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={testCase ? 'Change test case' : 'Add test case'}
      submitLabel={testCase ? 'Change test case' : 'Add test case'}
      initialValues={{
        name: testCase?.name ?? '',
        given: Object.fromEntries(table.columns.map(({ name }) => [name, testCase?.given[name] ?? ''])),
        unavailable: testCase?.unavailable ?? [],
        outcome: testCase?.outcome ?? (testCase ? noRow : (table.outcomes[0]?.outcome ?? noRow)),
        target: testCase?.target ?? '',
      }}
      validate={{ name: (name) => (name.trim() ? null : 'Say what this case shows.') }}
      onSubmit={({ name, given, unavailable, outcome, target }) => {
        onSave({
          name: name.trim(),
          given: Object.fromEntries(Object.entries(given).filter(([, value]) => value.trim())),
          unavailable,
          outcome: outcome === noRow ? null : (outcome as TestCase['outcome']),
          target: target.trim() || null,
        });
        return Promise.resolve();
      }}
    >
      {(form) => {
        const outcome = table.outcomes.find((each) => each.outcome === form.values.outcome);
        return (
          <>
            <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
            <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
              {table.columns.map((column) => (
                <TextInput
                  key={column.name}
                  label={column.label}
                  maxLength={500}
                  inputMode={column.type === 'NUMBER' ? 'decimal' : undefined}
                  {...form.getInputProps(`given.${column.name}`)}
                />
              ))}
            </SimpleGrid>
            {namesTargets && (
              <TagsInput
                label="Cannot take it in this case"
                description="Names of users, queues or groups."
                data={[...new Set(table.targets.map((target) => target.name))]}
                splitChars={[]}
                {...form.getInputProps('unavailable')}
              />
            )}
            <Select
              label="Expected outcome"
              allowDeselect={false}
              data={[
                ...table.outcomes.map((each) => ({ value: each.outcome, label: each.label })),
                { value: noRow, label: 'No row fires' },
              ]}
              {...form.getInputProps('outcome')}
            />
            {outcome?.target && <TextInput label="Expected target" maxLength={200} {...form.getInputProps('target')} />}
          </>
        );
      }}
    </FormDialog>
  );
}
