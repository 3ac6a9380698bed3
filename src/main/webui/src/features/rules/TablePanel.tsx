import { Button } from '@mantine/core';
import { IconDownload, IconPlus, IconTable, IconUpload } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { ChooseFile } from '@/shared/components/ChooseFile';
import { EmptyState } from '@/shared/components/EmptyState';
import { toast } from '@/shared/components/toast';
import type { FileReading } from '@/shared/spreadsheets';
import { draftCsvUrl, uploadCsv } from './api/csv';
import type { Row } from './api/draft';
import type { TableForm } from './api/form';
import type { RuleSet } from './api/ruleSets';
import type { DraftState, DraftStore } from './draftStore';
import { FindingList } from './FindingList';
import { ReadAs } from './ReadAs';
import { duplicateAt, insertAt, move, newRow, removeAt, replaceAt } from './rows';
import { RowEditor } from './RowEditor';
import classes from './RuleSet.module.css';
import tableClasses from './RuleTable.module.css';
import { onTableKey } from './tableKeys';
import { UploadProblem } from './UploadProblem';

interface Props {
  ruleSet: RuleSet;
  draft: DraftState;
  store: DraftStore;
  form: TableForm;
  mayEdit: boolean;
}

/** The decision table: one row of typed cells for each rule, checked while it is edited. */
export function TablePanel({ ruleSet, draft, store, form, mayEdit }: Props) {
  const queryClient = useQueryClient();
  const table = useRef<HTMLTableElement>(null);
  const [reading, setReading] = useState<FileReading>({ encoding: null, separator: null });
  const [refused, setRefused] = useState<Problem | null>(null);
  const { rows } = draft.document;
  const general = draft.draft.problems.filter((problem) => problem.rowId === null);

  const change = (changed: Row[], part?: string) => store.edit({ ...draft.document, rows: changed }, part);
  const focusRow = (index: number) =>
    requestAnimationFrame(() =>
      table.current?.querySelector<HTMLElement>(`[data-row="${index}"] [data-cell]`)?.focus(),
    );
  const add = (index: number) => {
    change(insertAt(rows, index, newRow()));
    focusRow(index);
  };
  const shift = (from: number, to: number) => {
    change(move(rows, from, to));
    focusRow(Math.max(0, Math.min(rows.length - 1, to)));
  };

  async function upload(file: File | null) {
    if (!file) return;
    setRefused(null);
    try {
      await store.flush();
      store.replace(await uploadCsv(ruleSet.id, store.snapshot().draft.version, file, reading));
      await queryClient.invalidateQueries({ queryKey: ['rule-set', ruleSet.id] });
      toast.success(`${file.name} is the draft now.`);
    } catch (error) {
      setRefused(Problem.from(error));
    }
  }

  return (
    <div className={classes.panel}>
      <div className={classes.toolbar}>
        {mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => add(rows.length)}>
            Add row
          </Button>
        )}
        <Button
          variant="default"
          leftSection={<IconDownload size={16} />}
          component="a"
          href={draftCsvUrl(ruleSet.id)}
          download
        >
          Download CSV
        </Button>
        {mayEdit && (
          <>
            <ChooseFile onChange={(file) => void upload(file)} accept=".csv,text/csv">
              {(props) => (
                <Button {...props} variant="default" leftSection={<IconUpload size={16} />}>
                  Upload CSV
                </Button>
              )}
            </ChooseFile>
            <ReadAs reading={reading} onChange={setReading} />
          </>
        )}
      </div>
      <UploadProblem problem={refused} onClose={() => setRefused(null)} />
      {general.length > 0 && <FindingList problems={general} />}
      {rows.length === 0 ? (
        <EmptyState icon={IconTable}>The table has no rows yet: every {ruleSet.noun} stays as it comes in.</EmptyState>
      ) : (
        <div className={tableClasses.scroll}>
          {/* The keys only move the focus between the buttons within. */}
          {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
          <table
            ref={table}
            className={tableClasses.table}
            aria-label={`Rows of ${ruleSet.label.toLowerCase()}`}
            onKeyDown={(event) => onTableKey(event, mayEdit ? shift : undefined)}
          >
            <thead>
              <tr>
                <th scope="col" className={tableClasses.number}>
                  Row
                </th>
                {form.columns.map((column) => (
                  <th key={column.name} scope="col" title={column.help}>
                    {column.unit ? `${column.label} (${column.unit})` : column.label}
                  </th>
                ))}
                <th scope="col" className={tableClasses.outcome}>
                  Outcome
                </th>
                <th scope="col" className={tableClasses.comment}>
                  Comment
                </th>
                {mayEdit && (
                  <th scope="col" className={tableClasses.menu}>
                    <span className="pf-visually-hidden">Actions</span>
                  </th>
                )}
              </tr>
            </thead>
            <tbody>
              {rows.map((row, index) => (
                <RowEditor
                  key={row.id}
                  row={row}
                  index={index}
                  last={index === rows.length - 1}
                  form={form}
                  problems={draft.draft.problems.filter((problem) => problem.rowId === row.id)}
                  mayEdit={mayEdit}
                  onChange={(changed, part) => change(replaceAt(rows, index, changed), `${row.id} ${part}`)}
                  onInsert={() => add(index + 1)}
                  onDuplicate={() => {
                    change(duplicateAt(rows, index));
                    focusRow(index + 1);
                  }}
                  onMove={(to) => shift(index, to)}
                  onDelete={() => {
                    change(removeAt(rows, index));
                    focusRow(Math.max(0, index - 1));
                    toast.success(`Row ${index + 1} was deleted.`, { undo: () => store.undo() });
                  }}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {mayEdit && rows.length > 0 && (
        <p className={classes.hint} data-keys>
          The first row that matches and can be followed decides. Arrow keys move between cells, Enter opens one,
          Alt+arrow moves the row.
        </p>
      )}
    </div>
  );
}
