import { Button, Checkbox, Group, SegmentedControl, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { DataTable, type Column } from '@/shared/components/DataTable';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { brief } from '@/shared/text';
import { Section } from '@/shared/components/Section';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { usePagedList } from '@/shared/hooks/usePagedList';
import { listLines, runImport, type Import, type ImportLine, type LineState } from './api/imports';
import classes from './Import.module.css';
import { lines, lineStates } from './importWords';

interface Props {
  found: Import;
  onMapAgain: () => void;
}

/** What the check or the import has found, line by line. */
export function ImportReport({ found, onMapAgain }: Props) {
  const done = found.state === 'DONE';
  const shown = (Object.keys(lineStates) as LineState[]).filter((state) => (found.counts[state] ?? 0) > 0);
  return (
    <>
      <Section title={done ? 'What was imported' : 'What the check found'}>
        <Stack gap="md">
          <dl className={classes.counts}>
            {shown.map((state) => (
              <div key={state} className={classes.count}>
                <dt>{done && state === 'GOOD' ? 'Not imported' : lineStates[state].words}</dt>
                <dd className="pf-figures">{(found.counts[state] ?? 0).toLocaleString()}</dd>
              </div>
            ))}
          </dl>
          {done ? <Done found={found} /> : <Start found={found} onMapAgain={onMapAgain} />}
        </Stack>
      </Section>
      <Lines found={found} states={shown} />
    </>
  );
}

function Start({ found, onMapAgain }: Props) {
  const queryClient = useQueryClient();
  const { GOOD = 0, REFUSED = 0, DUPLICATE = 0 } = found.counts;
  const [keepGood, setKeepGood] = useState(false);
  const [keepDuplicates, setKeepDuplicates] = useState(false);
  const run = useMutation({
    mutationFn: () => runImport(found.id, keepGood, keepDuplicates),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['import'] }),
  });
  const number = GOOD + (keepDuplicates ? DUPLICATE : 0);
  return (
    <Stack gap="sm">
      <ProblemAlert error={run.error} />
      {REFUSED > 0 && (
        <Checkbox
          label={`Import the good lines and leave out ${REFUSED === 1 ? 'the refused line' : `the ${lines(REFUSED)} that are refused`}`}
          description="Otherwise nothing is imported: download the refused lines, mend them, and upload the file again."
          checked={keepGood}
          onChange={(event) => setKeepGood(event.currentTarget.checked)}
        />
      )}
      {DUPLICATE > 0 && (
        <Checkbox
          label={`Import the ${lines(DUPLICATE)} that may ${DUPLICATE === 1 ? 'be a duplicate' : 'be duplicates'} as well`}
          description="Look at them below first. Left out, the accounts that are there stay as they are."
          checked={keepDuplicates}
          onChange={(event) => setKeepDuplicates(event.currentTarget.checked)}
        />
      )}
      <Group justify="flex-end" gap="xs">
        <Button variant="default" onClick={onMapAgain}>
          Map columns again
        </Button>
        <Button
          disabled={number === 0 || (REFUSED > 0 && !keepGood)}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          Import {number.toLocaleString()} {number === 1 ? 'account' : 'accounts'}
        </Button>
      </Group>
    </Stack>
  );
}

function Done({ found }: { found: Import }) {
  return (
    <Group>
      <Button component={Link} to="/partner-accounts">
        Show partner accounts
      </Button>
      {(found.counts.REFUSED ?? 0) > 0 && <DownloadRefused found={found} />}
    </Group>
  );
}

function DownloadRefused({ found }: { found: Import }) {
  return (
    <Button
      component="a"
      href={`/api/imports/${found.id}/refused.csv`}
      variant="default"
      leftSection={<IconDownload size={16} aria-hidden />}
    >
      Download refused lines
    </Button>
  );
}

function Lines({ found, states }: { found: Import; states: LineState[] }) {
  const [chosen, setChosen] = useState<LineState | null>(null);
  const preferred = (['REFUSED', 'DUPLICATE', 'CREATED', 'GOOD'] as const).find((state) => states.includes(state));
  const state = chosen && states.includes(chosen) ? chosen : (preferred ?? 'GOOD');
  const list = usePagedList(['import', found.id, 'lines', found.state, state], (after) =>
    listLines(found.id, { state, after, limit: 50 }),
  );
  const name = found.mapping.indexOf('NAME');
  return (
    <Section
      title="Lines"
      flush
      action={found.state === 'CHECKED' && (found.counts.REFUSED ?? 0) > 0 && <DownloadRefused found={found} />}
    >
      {states.length > 1 && (
        <Group p="sm">
          <SegmentedControl
            aria-label="Which lines"
            data={states.map((each) => ({ value: each, label: lineStates[each].words }))}
            value={state}
            onChange={(next) => setChosen(next as LineState)}
            fullWidth={false}
          />
        </Group>
      )}
      <DataTable
        label="Lines"
        columns={columns(name)}
        list={list}
        rowKey={(line) => String(line.number)}
        empty={<EmptyState>There is no such line.</EmptyState>}
      />
    </Section>
  );
}

function columns(name: number): Column<ImportLine>[] {
  return [
    { id: 'number', header: 'Line', numeric: true, width: '5rem', cell: (line) => line.number.toLocaleString() },
    {
      id: 'name',
      header: 'Name',
      cell: (line) =>
        line.state === 'CREATED' && line.accountId ? (
          <Link to="/partner-accounts/$id" params={{ id: line.accountId }}>
            {brief(line.cells[name] || '–', 80)}
          </Link>
        ) : (
          brief(line.cells[name] || '–', 80)
        ),
    },
    {
      id: 'state',
      header: 'State',
      cell: (line) => <StatusBadge tone={lineStates[line.state].tone}>{lineStates[line.state].words}</StatusBadge>,
    },
    {
      id: 'reason',
      header: 'Reason',
      cell: (line) =>
        line.state === 'DUPLICATE' && line.accountId ? (
          <Link to="/partner-accounts/$id" params={{ id: line.accountId }} target="_blank">
            {line.reason}
          </Link>
        ) : (
          (line.reason ?? '–')
        ),
    },
  ];
}
