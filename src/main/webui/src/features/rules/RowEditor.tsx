import { ActionIcon, Menu, Switch } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconCopy, IconDots, IconRowInsertBottom, IconTrash } from '@tabler/icons-react';
import type { Cell, Row, TableProblem } from './api/draft';
import type { TableForm } from './api/form';
import { ConditionCell } from './ConditionCell';
import { FindingList } from './FindingList';
import { OutcomeCell } from './OutcomeCell';
import classes from './RuleTable.module.css';

interface Props {
  row: Row;
  index: number;
  last: boolean;
  form: TableForm;
  problems: TableProblem[];
  mayEdit: boolean;
  /** `part` names the cell, so that typing in one is undone in one step. */
  onChange: (row: Row, part: string) => void;
  onInsert: () => void;
  onDuplicate: () => void;
  onMove: (to: number) => void;
  onDelete: () => void;
}

export function RowEditor(props: Props) {
  const { row, index, form, problems, mayEdit, onChange } = props;
  const number = index + 1;
  const worst = (column: string) => problems.find((problem) => problem.column === column)?.severity;

  const setCondition = (column: string, cell: Cell | undefined) => {
    const conditions = { ...row.conditions };
    if (cell) conditions[column] = cell;
    else delete conditions[column];
    onChange({ ...row, conditions }, column);
  };

  return (
    <>
      <tr className={classes.row} data-row={index} data-off={!row.on || undefined}>
        <td className={classes.number}>
          <span className={classes.numberBox}>
            <span className={classes.numberText}>
              <span className={classes.rowWord}>Row </span>
              {number}
            </span>
            <Switch
              aria-label={`Row ${number} is on`}
              checked={row.on}
              disabled={!mayEdit}
              onChange={(event) => onChange({ ...row, on: event.currentTarget.checked }, 'on')}
              data-cell
            />
          </span>
        </td>
        {form.columns.map((column) => (
          <td key={column.name} data-label={column.label}>
            <ConditionCell
              label={`${column.label} of row ${number}`}
              column={column}
              cell={row.conditions[column.name]}
              severity={worst(column.name)}
              readOnly={!mayEdit}
              onChange={(cell) => setCondition(column.name, cell)}
            />
          </td>
        ))}
        <td data-label="Outcome">
          <OutcomeCell
            label={`Outcome of row ${number}`}
            row={row}
            form={form}
            severity={worst('outcome') ?? worst('target')}
            readOnly={!mayEdit}
            onChange={(changed) => onChange(changed, 'outcome')}
          />
        </td>
        <td data-label="Comment">
          <input
            className={classes.commentInput}
            aria-label={`Comment of row ${number}`}
            value={row.comment}
            title={row.comment}
            maxLength={1000}
            readOnly={!mayEdit}
            placeholder={mayEdit ? 'Why this row?' : ''}
            onChange={(event) => onChange({ ...row, comment: event.currentTarget.value }, 'comment')}
            data-cell
          />
        </td>
        {mayEdit && (
          <td className={classes.menu}>
            <RowMenu {...props} number={number} />
          </td>
        )}
      </tr>
      {problems.length > 0 && (
        <tr className={classes.findings}>
          <td colSpan={form.columns.length + 4}>
            <FindingList problems={problems} label={`Findings at row ${number}`} />
          </td>
        </tr>
      )}
    </>
  );
}

function RowMenu({ index, last, number, onInsert, onDuplicate, onMove, onDelete }: Props & { number: number }) {
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={`Actions for row ${number}`} data-cell>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconRowInsertBottom size={16} />} onClick={onInsert}>
          Insert row below
        </Menu.Item>
        <Menu.Item leftSection={<IconCopy size={16} />} onClick={onDuplicate}>
          Duplicate row
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowUp size={16} />} disabled={index === 0} onClick={() => onMove(index - 1)}>
          Move up
        </Menu.Item>
        <Menu.Item leftSection={<IconArrowDown size={16} />} disabled={last} onClick={() => onMove(index + 1)}>
          Move down
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={onDelete}>
          Delete row
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
