import type { Row } from './api/draft';

/** Changes of the rows of a table; each answers a new list. */
export function newRow(): Row {
  return {
    id: crypto.randomUUID(),
    on: true,
    conditions: {},
    outcome: null,
    target: null,
    targetId: null,
    comment: '',
  };
}

export function insertAt(rows: Row[], index: number, row: Row): Row[] {
  return [...rows.slice(0, index), row, ...rows.slice(index)];
}

export function replaceAt(rows: Row[], index: number, row: Row): Row[] {
  return rows.map((each, place) => (place === index ? row : each));
}

export function removeAt(rows: Row[], index: number): Row[] {
  return rows.filter((_, place) => place !== index);
}

export function duplicateAt(rows: Row[], index: number): Row[] {
  const row = rows[index];
  return row ? insertAt(rows, index + 1, { ...row, id: crypto.randomUUID() }) : rows;
}

/** Moves a row; a place outside the table changes nothing. */
export function move(rows: Row[], from: number, to: number): Row[] {
  const row = rows[from];
  if (!row || to < 0 || to >= rows.length) return rows;
  return insertAt(removeAt(rows, from), to, row);
}
