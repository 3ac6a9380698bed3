import type { Assignee } from './api/decisions';
import type { Cell, Row } from './api/draft';
import type { Column, Outcome, TableForm } from './api/form';

const number = new Intl.NumberFormat('en', { maximumFractionDigits: 6 });

/** A number as people read it; what is no number stays as it was typed. */
export function numberInWords(text: string | undefined): string {
  if (!text) return '…';
  return /^[+-]?\d+(\.\d+)?$/.test(text) ? number.format(Number(text)) : text;
}

/** What a cell demands: "EMEA or APAC", "at least 1,000". */
export function cellInWords(cell: Cell | undefined): string {
  if (!cell) return 'any';
  const [first, second] = cell.values;
  switch (cell.operator) {
    case 'ANY_OF':
      return cell.values.join(' or ') || '…';
    case 'STARTS_WITH':
      return `starts with ${cell.values.join(' or ') || '…'}`;
    case 'IS_EMPTY':
      return 'is empty';
    case 'AT_LEAST':
      return `at least ${numberInWords(first)}`;
    case 'AT_MOST':
      return `at most ${numberInWords(first)}`;
    case 'BETWEEN':
      return first && first === second ? numberInWords(first) : `${numberInWords(first)} to ${numberInWords(second)}`;
  }
}

export function outcomeInWords(row: Pick<Row, 'outcome' | 'target'>, outcomes: Outcome[]): string {
  const outcome = outcomes.find((each) => each.outcome === row.outcome);
  if (!outcome) return 'Choose an outcome';
  return row.target ? `${outcome.label}: ${row.target}` : outcome.label;
}

export function rowInWords(row: Row, { columns, outcomes }: TableForm): string {
  const conditions = columns
    .filter((column) => row.conditions[column.name])
    .map((column) => `${column.label.toLowerCase()} ${cellInWords(row.conditions[column.name])}`);
  return `${conditions.join(', ') || 'everything'} → ${outcomeInWords(row, outcomes)}`;
}

export function assigneeInWords({ kind, name }: Pick<Assignee, 'kind' | 'name'>): string {
  switch (kind) {
    case 'USER':
      return name ?? 'Somebody';
    case 'QUEUE':
      return `Queue ${name ?? ''}`.trim();
    case 'NEXT_LAYER':
      return 'Next layer';
    case 'NOBODY':
      return 'Nobody (unassigned)';
  }
}

const parts: Record<string, string> = { on: 'on or off', outcome: 'outcome', comment: 'comment' };

/** Names what was changed in a row: "region, outcome". */
export function changedInWords(names: string[], columns: Column[]): string {
  return names
    .map((name) => parts[name] ?? columns.find((column) => column.name === name)?.label.toLowerCase() ?? name)
    .join(', ');
}
