import { Select, Stack, Text, TextInput } from '@mantine/core';
import type { Row, TableProblem } from './api/draft';
import type { TableForm, Target } from './api/form';
import { CellButton } from './CellButton';
import { outcomeInWords } from './words';

interface Props {
  label: string;
  row: Row;
  form: TableForm;
  severity: TableProblem['severity'] | undefined;
  readOnly: boolean;
  onChange: (row: Row) => void;
}

/** What the row leads to: the kind of outcome, and what it names. */
export function OutcomeCell({ label, row, form, severity, readOnly, onChange }: Props) {
  return (
    <CellButton
      label={label}
      words={outcomeInWords(row, form.outcomes)}
      empty={!row.outcome}
      severity={severity}
      readOnly={readOnly}
      width={300}
    >
      <Fields label={label} row={row} form={form} onChange={onChange} />
    </CellButton>
  );
}

function Fields({ label, row, form, onChange }: Pick<Props, 'label' | 'row' | 'form' | 'onChange'>) {
  const outcome = form.outcomes.find((each) => each.outcome === row.outcome);
  const targets = form.targets.filter((target) => target.kind === outcome?.target);

  const choose = (value: string | null) => {
    const chosen = form.outcomes.find((each) => each.outcome === value);
    const keepsTarget = chosen?.target !== null && chosen?.target === outcome?.target;
    onChange({
      ...row,
      outcome: chosen?.outcome ?? null,
      target: keepsTarget ? row.target : null,
      targetId: keepsTarget ? row.targetId : null,
    });
  };

  return (
    <Stack gap="xs">
      <Select
        label={label}
        placeholder="Choose an outcome"
        data={form.outcomes.map((each) => ({ value: each.outcome, label: each.label }))}
        value={row.outcome}
        onChange={choose}
        allowDeselect={false}
        comboboxProps={{ withinPortal: false }}
        data-autofocus
      />
      {outcome && (
        <Text size="sm" c="dimmed">
          {outcome.help}
        </Text>
      )}
      {outcome?.target &&
        (targets.length > 0 ? (
          <TargetSelect row={row} targets={targets} needed={outcome.targetNeeded} onChange={onChange} />
        ) : (
          <TextInput
            label={targetNames[outcome.target]}
            required={outcome.targetNeeded}
            maxLength={200}
            value={row.target ?? ''}
            onChange={(event) => onChange({ ...row, target: event.currentTarget.value || null, targetId: null })}
          />
        ))}
    </Stack>
  );
}

const targetNames: Record<Target['kind'], string> = {
  PARTNER_USER: 'Partner user',
  PARTNER_ACCOUNT: 'Partner account',
  QUEUE: 'Queue',
  USER_GROUP: 'Group of partner users',
  QUEUE_GROUP: 'Group of queues',
};

interface TargetSelectProps {
  row: Row;
  targets: Target[];
  needed: boolean;
  onChange: (row: Row) => void;
}

function TargetSelect({ row, targets, needed, onChange }: TargetSelectProps) {
  const name = row.target?.trim().toLowerCase();
  const current =
    targets.find((target) => target.id === row.targetId) ??
    targets.find((target) => target.name.toLowerCase() === name || target.id === name);
  const unknown = row.target && !current ? [{ value: row.target, label: `${row.target} (does not exist)` }] : [];
  return (
    <Select
      label={targetNames[targets[0]!.kind]}
      required={needed}
      clearable={!needed}
      allowDeselect={!needed}
      searchable
      nothingFoundMessage="Nothing of this name"
      placeholder={needed ? 'Choose' : 'All'}
      data={[
        ...unknown,
        ...targets.map((target) => ({
          value: target.id,
          label: target.cannotTake ? `${target.name} (${target.cannotTake})` : target.name,
        })),
      ]}
      value={current?.id ?? row.target}
      onChange={(id) => {
        const target = targets.find((each) => each.id === id);
        onChange({ ...row, target: target?.name ?? null, targetId: target?.id ?? null });
      }}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
