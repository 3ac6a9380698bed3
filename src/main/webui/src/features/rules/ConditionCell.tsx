import { Group, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import type { Cell, TableProblem } from './api/draft';
import type { Column, Operator } from './api/form';
import { CellButton } from './CellButton';
import { cellInWords } from './words';

interface Props {
  label: string;
  column: Column;
  /** Undefined: every value holds. */
  cell: Cell | undefined;
  severity: TableProblem['severity'] | undefined;
  readOnly: boolean;
  onChange: (cell: Cell | undefined) => void;
}

const anything = 'ANYTHING';

/** A condition, with the typed fields of its operator. */
export function ConditionCell({ label, column, cell, severity, readOnly, onChange }: Props) {
  return (
    <CellButton
      label={label}
      words={cellInWords(cell)}
      empty={!cell}
      severity={severity}
      readOnly={readOnly}
      width={280}
    >
      <Fields label={label} column={column} cell={cell} onChange={onChange} />
    </CellButton>
  );
}

function Fields({ label, column, cell, onChange }: Omit<Props, 'severity' | 'readOnly'>) {
  const operator = column.operators.find((each) => each.operator === cell?.operator);

  const choose = (chosen: string | null) => {
    if (!chosen || chosen === anything) onChange(undefined);
    else onChange({ operator: chosen as Operator, values: keptValues(column, cell, chosen as Operator) });
  };
  const setValue = (index: number, value: string) => {
    if (!cell) return;
    const values = [...cell.values];
    values[index] = value;
    onChange({ ...cell, values: Array.from(values, (each) => each ?? '') });
  };
  const number = (index: number, name: string) => (
    <TextInput
      label={name}
      inputMode="decimal"
      value={cell?.values[index] ?? ''}
      onChange={(event) => setValue(index, event.currentTarget.value)}
    />
  );

  return (
    <Stack gap="xs">
      <Select
        label={label}
        data={[
          { value: anything, label: 'any value' },
          ...column.operators.map((each) => ({ value: each.operator, label: each.label })),
        ]}
        value={cell?.operator ?? anything}
        onChange={choose}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      {operator?.arity === 'MANY' && (
        <TagsInput
          label="Values"
          description="Enter adds a value."
          data={column.suggestions}
          {...(column.closed && { description: 'One of the list.' })}
          value={cell?.values ?? []}
          onChange={(values) => cell && onChange({ ...cell, values })}
          splitChars={[]}
          maxTags={500}
          comboboxProps={{ withinPortal: false }}
        />
      )}
      {operator?.arity === 'ONE' && number(0, 'Number')}
      {operator?.arity === 'TWO' && (
        <Group grow gap="xs" align="flex-start">
          {number(0, 'From')}
          {number(1, 'To')}
        </Group>
      )}
      <Text size="sm" c="dimmed">
        {operator?.help ?? column.help}
      </Text>
    </Stack>
  );
}

/** What was typed stays when only the operator changes. */
function keptValues(column: Column, cell: Cell | undefined, operator: Operator): string[] {
  const arity = column.operators.find((each) => each.operator === operator)?.arity;
  const values = cell?.values ?? [];
  switch (arity) {
    case 'NONE':
      return [];
    case 'ONE':
      return [values[0] ?? ''];
    case 'TWO':
      return [values[0] ?? '', values[1] ?? ''];
    default:
      return values.filter(Boolean);
  }
}
