import { Group, Popover, Select, Stack, TagsInput, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { Cell, TableProblem } from './api/draft';
import type { Column, Operator } from './api/form';
import classes from './RuleTable.module.css';
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

/** A condition as a button; pressed, it opens the typed fields of its operator. */
export function ConditionCell({ label, column, cell, severity, readOnly, onChange }: Props) {
  const [opened, setOpened] = useState(false);
  const words = cellInWords(cell);
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus returnFocus position="bottom-start" width={280}>
      <Popover.Target>
        <button
          type="button"
          className={classes.cell}
          data-cell
          data-any={!cell || undefined}
          data-severity={severity}
          aria-label={`${label}: ${words}`}
          title={words}
          disabled={readOnly}
          onClick={() => setOpened((before) => !before)}
        >
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <CellFields label={label} column={column} cell={cell} onChange={onChange} onDone={() => setOpened(false)} />
      </Popover.Dropdown>
    </Popover>
  );
}

interface FieldsProps extends Omit<Props, 'severity' | 'readOnly'> {
  onDone: () => void;
}

function CellFields({ label, column, cell, onChange, onDone }: FieldsProps) {
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
    <form
      onSubmit={(event) => {
        event.preventDefault();
        onDone();
      }}
    >
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
        <button type="submit" className="pf-visually-hidden">
          Done
        </button>
      </Stack>
    </form>
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
