import { ActionIcon, Button, Group } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconPencil, IconPlus, IconTestPipe, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { EmptyState } from '@/shared/components/EmptyState';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import type { CaseResult, TestCase } from './api/draft';
import type { TableForm } from './api/form';
import { CaseDialog } from './CaseDialog';
import classes from './CasesPanel.module.css';
import type { DraftState, DraftStore } from './draftStore';
import { outcomeInWords } from './words';

interface Props {
  draft: DraftState;
  store: DraftStore;
  form: TableForm;
  mayEdit: boolean;
}

/** Examples that belong to the table. They run at every save, and a version is only published when all of them pass. */
export function CasesPanel({ draft, store, form, mayEdit }: Props) {
  const [editing, setEditing] = useState<number | 'new' | null>(null);
  const { cases } = draft.document;
  const change = (changed: TestCase[]) => store.edit({ ...draft.document, cases: changed });
  const add = mayEdit && (
    <Button variant="default" leftSection={<IconPlus size={16} />} onClick={() => setEditing('new')}>
      Add test case
    </Button>
  );

  return (
    <Section
      title="Test cases"
      description="Each names what is given and what should come out. They run whenever the draft is saved."
      action={cases.length > 0 && add}
    >
      {cases.length === 0 ? (
        <EmptyState icon={IconTestPipe} action={add}>
          There are no test cases yet. Add one for every rule that must not break.
        </EmptyState>
      ) : (
        <ul className={classes.list}>
          {cases.map((testCase, index) => (
            <li key={`${index} ${testCase.name}`} className={classes.case}>
              <ResultMark result={draft.state === 'saved' ? draft.draft.cases[index] : undefined} />
              <div className={classes.text}>
                <strong>{testCase.name}</strong>
                <span className={classes.given}>
                  {givenInWords(testCase, form)} →{' '}
                  {testCase.outcome ? outcomeInWords(testCase, form.outcomes) : 'no row'}
                </span>
                {draft.state === 'saved' && draft.draft.cases[index]?.message && (
                  <span className={classes.message}>{draft.draft.cases[index].message}</span>
                )}
              </div>
              {mayEdit && (
                <Group gap={4} wrap="nowrap">
                  <ActionIcon aria-label={`Change test case ${testCase.name}`} onClick={() => setEditing(index)}>
                    <IconPencil size={16} />
                  </ActionIcon>
                  <ActionIcon
                    aria-label={`Delete test case ${testCase.name}`}
                    onClick={() => {
                      change(cases.filter((_, place) => place !== index));
                      toast.success('The test case was deleted.', { undo: () => store.undo() });
                    }}
                  >
                    <IconTrash size={16} />
                  </ActionIcon>
                </Group>
              )}
            </li>
          ))}
        </ul>
      )}
      <CaseDialog
        opened={editing !== null}
        onClose={() => setEditing(null)}
        testCase={typeof editing === 'number' ? cases[editing] : undefined}
        form={form}
        onSave={(saved) =>
          change(
            typeof editing === 'number' ? cases.map((each, i) => (i === editing ? saved : each)) : [...cases, saved],
          )
        }
      />
    </Section>
  );
}

function ResultMark({ result }: { result: CaseResult | undefined }) {
  if (!result) return <span className={classes.mark}>Not run</span>;
  return result.passed ? (
    <span className={classes.mark} data-result="passed">
      <IconCircleCheck size={16} aria-hidden /> Passed
    </span>
  ) : (
    <span className={classes.mark} data-result="failed">
      <IconCircleX size={16} aria-hidden /> Failed
    </span>
  );
}

function givenInWords(testCase: TestCase, form: TableForm): string {
  const given = form.columns
    .filter((column) => testCase.given[column.name])
    .map((column) => `${column.label.toLowerCase()} ${testCase.given[column.name]}`);
  const words = given.join(', ') || 'nothing given';
  return testCase.unavailable.length > 0 ? `${words}, without ${testCase.unavailable.join(', ')}` : words;
}
