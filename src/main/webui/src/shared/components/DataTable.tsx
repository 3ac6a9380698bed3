/* eslint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role --
   on phones the layout is no table any more, and browsers then drop the roles unless they are said */
import { Button, Checkbox, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { PagedList } from '../hooks/usePagedList';
import type { Selection } from '../hooks/useSelection';
import { BulkBar } from './BulkBar';
import classes from './DataTable.module.css';
import { ProblemAlert } from './ProblemAlert';

export interface Column<T> {
  id: string;
  header: string;
  /** The first column holds the link to the record. */
  cell: (row: T) => ReactNode;
  /** Numbers and amounts are aligned to the right. */
  numeric?: boolean;
  width?: string;
  /** Left out where there is little room. */
  hideOnPhone?: boolean;
}

interface Props<T> {
  /** What the list holds, for screen readers: "Partner accounts". */
  label: string;
  columns: Column<T>[];
  list: PagedList<T>;
  rowKey: (row: T) => string;
  /** Shown when nothing is there: an `EmptyState`. */
  empty: ReactNode;
  /** From `useSelection(list.items, rowKey)`; without it there are no check boxes. */
  selection?: Selection<T>;
  /** Names a row for its check box: "Select Apple Inc.". */
  rowLabel?: (row: T) => string;
  /** The buttons of the bulk bar. */
  bulkActions?: (rows: T[]) => ReactNode;
}

const skeletonRows = 8;

/** A dense list: 36 px rows, sticky header, "load more"; on a phone each row becomes a small card. */
export function DataTable<T>({
  label,
  columns,
  list,
  rowKey,
  empty,
  selection,
  rowLabel = rowKey,
  bulkActions,
}: Props<T>) {
  if (list.problem && list.items.length === 0) return <ProblemAlert error={list.problem} onRetry={list.retry} />;
  if (!list.isLoading && list.items.length === 0) return <>{empty}</>;
  return (
    <div className={classes.root}>
      <div className={classes.scroll}>
        <table className={classes.table} role="table" aria-label={label} aria-busy={list.isLoading}>
          <thead role="rowgroup">
            <tr role="row">
              {selection && (
                <th role="columnheader" className={classes.check}>
                  <Checkbox
                    size="md"
                    aria-label="Select all that are shown"
                    checked={selection.all}
                    indeterminate={selection.some && !selection.all}
                    onChange={selection.toggleAll}
                  />
                </th>
              )}
              {columns.map((column) => (
                <th
                  key={column.id}
                  role="columnheader"
                  scope="col"
                  style={{ width: column.width }}
                  data-numeric={column.numeric || undefined}
                  data-hide={column.hideOnPhone || undefined}
                >
                  {column.header}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {list.isLoading
              ? Array.from({ length: skeletonRows }, (_, row) => (
                  <tr key={row} role="row">
                    {selection && <td role="cell" className={classes.check} />}
                    {columns.map((column) => (
                      <td key={column.id} role="cell" data-hide={column.hideOnPhone || undefined}>
                        <Skeleton height={10} radius="xl" width={`${45 + ((row * 17) % 40)}%`} />
                      </td>
                    ))}
                  </tr>
                ))
              : list.items.map((row) => {
                  const key = rowKey(row);
                  const selected = selection?.has(key);
                  return (
                    <tr key={key} role="row" aria-selected={selected} data-selected={selected || undefined}>
                      {selection && (
                        <td role="cell" className={classes.check}>
                          <Checkbox
                            size="md"
                            aria-label={`Select ${rowLabel(row)}`}
                            checked={selected ?? false}
                            onChange={(event) =>
                              selection.toggle(key, (event.nativeEvent as MouseEvent).shiftKey ? 'range' : 'one')
                            }
                          />
                        </td>
                      )}
                      {columns.map((column) => (
                        <td
                          key={column.id}
                          role="cell"
                          data-label={column.header}
                          data-numeric={column.numeric || undefined}
                          data-hide={column.hideOnPhone || undefined}
                        >
                          {column.cell(row)}
                        </td>
                      ))}
                    </tr>
                  );
                })}
          </tbody>
        </table>
      </div>
      {list.hasMore && (
        <div className={classes.more}>
          <Button variant="default" loading={list.isLoadingMore} onClick={list.loadMore}>
            Load more
          </Button>
        </div>
      )}
      {selection && bulkActions && selection.rows.length > 0 && (
        <BulkBar count={selection.rows.length} onClear={selection.clear}>
          {bulkActions(selection.rows)}
        </BulkBar>
      )}
    </div>
  );
}
