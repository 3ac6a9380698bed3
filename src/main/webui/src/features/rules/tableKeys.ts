import type { KeyboardEvent } from 'react';

const steps: Record<string, [rows: number, cells: number]> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

/** Arrow keys go from cell to cell, Alt with up or down moves the row. Text fields keep their keys. */
export function onTableKey(
  event: KeyboardEvent<HTMLTableElement>,
  onMove: ((from: number, to: number) => void) | undefined,
) {
  const step = steps[event.key];
  const cell = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  const row = cell?.closest<HTMLElement>('[data-row]');
  if (!step || !cell || !row || !event.currentTarget.contains(cell)) return;
  const index = Number(row.dataset.row);
  if (event.altKey && step[0] !== 0) {
    event.preventDefault();
    onMove?.(index, index + step[0]);
    return;
  }
  if (cell instanceof HTMLInputElement && step[1] !== 0) return;
  const place = cellsOf(row).indexOf(cell);
  const target =
    step[0] === 0
      ? cellsOf(row)[place + step[1]]
      : cellsOf(event.currentTarget.querySelector<HTMLElement>(`[data-row="${index + step[0]}"]`))[place];
  if (target) {
    event.preventDefault();
    target.focus();
  }
}

function cellsOf(row: HTMLElement | null): HTMLElement[] {
  return row ? [...row.querySelectorAll<HTMLElement>('[data-cell]')] : [];
}
