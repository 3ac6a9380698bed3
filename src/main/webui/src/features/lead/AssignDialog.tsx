import { Button, Group, SegmentedControl, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Problem } from '@/shared/api/problem';
import { Dialog } from '@/shared/components/Dialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { toast } from '@/shared/components/toast';
import { useDraft } from '@/shared/hooks/useDraft';
import { assignLead } from './api/assignLead';
import { candidatesQuery, type Candidate } from './api/candidates';
import type { Lead } from './api/leads';
import { queuesQuery } from './api/queues';
import classes from './AssignDialog.module.css';

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
}

/** Assigns by hand. Who cannot be chosen is shown too, with the reason, so that nobody has to wonder. */
export function AssignDialog({ lead, opened, onClose }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Assign ${lead.company}`} size="lg">
      <Form lead={lead} onClose={onClose} />
    </Dialog>
  );
}

function Form({ lead, onClose }: Omit<Props, 'opened'>) {
  const queryClient = useQueryClient();
  const [kind, setKind] = useState<'person' | 'queue'>('person');
  const [chosen, setChosen] = useState<Choice | null>(null);
  const draft = useDraft('assign', '');
  const [note, setNote] = useState(draft.restored ?? '');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);

  async function assign() {
    if (!chosen) return;
    setBusy(true);
    setProblem(null);
    try {
      await assignLead(
        lead.id,
        kind === 'person' ? { partnerUserId: chosen.id, note: note.trim() || null } : { queueId: chosen.id },
      );
      draft.drop();
      await queryClient.invalidateQueries({ queryKey: ['lead'] });
      toast.success(kind === 'person' ? `Offered to ${chosen.name}.` : `Put into the queue ${chosen.name}.`);
      onClose();
    } catch (error) {
      setProblem(Problem.from(error));
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void assign();
      }}
    >
      <Stack gap="md">
        <ProblemAlert error={problem} />
        {lead.state === 'OFFERED' && lead.owner && <Text size="sm">The offer to {lead.owner.name} is withdrawn.</Text>}
        <SegmentedControl
          aria-label="Assign to"
          value={kind}
          onChange={(value) => {
            setKind(value as 'person' | 'queue');
            setChosen(null);
          }}
          data={[
            { value: 'person', label: 'Partner user' },
            { value: 'queue', label: 'Queue' },
          ]}
        />
        {kind === 'person' ? (
          <People leadId={lead.id} chosen={chosen?.id} onChoose={setChosen} />
        ) : (
          <Queues chosen={chosen?.id} onChoose={setChosen} />
        )}
        {kind === 'person' && (
          <Textarea
            label="Note to the partner"
            description={
              chosen?.noteNeeded
                ? `${chosen.name} has declined this lead: say why it is offered again.`
                : 'Stands in the email and at the offer.'
            }
            required={chosen?.noteNeeded ?? false}
            autosize
            minRows={2}
            maxLength={1000}
            value={note}
            onChange={(event) => {
              setNote(event.currentTarget.value);
              draft.keep(event.currentTarget.value);
            }}
          />
        )}
        <Group justify="flex-end" gap="xs">
          <Button
            variant="default"
            onClick={() => {
              draft.drop();
              onClose();
            }}
          >
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={!chosen || (chosen.noteNeeded && !note.trim())}>
            {kind === 'person' ? 'Offer lead' : 'Put into queue'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

interface Choice {
  id: string;
  name: string;
  noteNeeded?: boolean;
}

interface ListProps {
  chosen: string | undefined;
  onChoose: (choice: Choice) => void;
}

function People({ leadId, chosen, onChoose }: ListProps & { leadId: string }) {
  const { data: candidates = [], error, isPending } = useQuery(candidatesQuery(leadId));
  const [words, setWords] = useState('');
  const fits = (candidate: Candidate) =>
    `${candidate.partnerUser.name} ${candidate.partnerUser.partner ?? ''}`
      .toLocaleLowerCase()
      .includes(words.trim().toLocaleLowerCase());
  const eligible = candidates.filter((candidate) => candidate.eligible && fits(candidate));
  const others = candidates.filter((candidate) => !candidate.eligible && fits(candidate));
  if (error) return <ProblemAlert error={error} />;
  return (
    <Stack gap="sm">
      <TextInput
        aria-label="Search partner users"
        placeholder="Name or partner"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
      <fieldset className={classes.list} aria-busy={isPending}>
        <legend className="pf-visually-hidden">Partner users who can take the lead</legend>
        {eligible.map((candidate) => (
          <Option
            key={candidate.partnerUser.id}
            id={candidate.partnerUser.id}
            name={candidate.partnerUser.name}
            hint={candidate.partnerUser.partner ?? undefined}
            note={[candidate.refusal && refusals[candidate.refusal], openLeads(candidate.openLeads)]
              .filter(Boolean)
              .join(', ')}
            noteNeeded={candidate.noteNeeded}
            chosen={chosen}
            onChoose={onChoose}
          />
        ))}
        {!isPending && eligible.length === 0 && (
          <Text size="sm" c="dimmed">
            {words ? 'Nobody of this name can take the lead.' : 'Nobody can take the lead at present.'}
          </Text>
        )}
      </fieldset>
      {others.length > 0 && (
        <details className={classes.others}>
          <summary>Why is somebody not in the list? ({others.length})</summary>
          <ul>
            {others.map((candidate) => (
              <li key={candidate.partnerUser.id}>
                <strong>{candidate.partnerUser.name}</strong> {candidate.objection}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Stack>
  );
}

const refusals: Partial<Record<NonNullable<Candidate['refusal']>, string>> = {
  DECLINED: 'has declined it',
  EXPIRED: 'did not answer in time',
};

function openLeads(count: number): string {
  return count === 1 ? '1 open lead' : `${count} open leads`;
}

function Queues({ chosen, onChoose }: ListProps) {
  const { data: queues = [], error } = useQuery(queuesQuery);
  if (error) return <ProblemAlert error={error} />;
  return (
    <fieldset className={classes.list}>
      <legend className="pf-visually-hidden">Queues</legend>
      {queues.map((queue) => (
        <Option
          key={queue.id}
          id={queue.id}
          name={queue.name}
          note={`${queue.members.length} members, ${queue.waiting} waiting`}
          chosen={chosen}
          onChoose={onChoose}
        />
      ))}
      {queues.length === 0 && (
        <Text size="sm" c="dimmed">
          There is no queue yet. An administrator makes one under Settings, Lead queues.
        </Text>
      )}
    </fieldset>
  );
}

interface OptionProps extends ListProps {
  id: string;
  name: string;
  hint?: string | undefined;
  note: string;
  noteNeeded?: boolean;
}

function Option({ id, name, hint, note, noteNeeded = false, chosen, onChoose }: OptionProps) {
  return (
    <label className={classes.option} data-chosen={chosen === id || undefined}>
      <input type="radio" name="assignee" checked={chosen === id} onChange={() => onChoose({ id, name, noteNeeded })} />
      <span className={classes.name}>
        {name}
        {hint && <span className={classes.hint}>{hint}</span>}
      </span>
      <span className={classes.note}>{note}</span>
    </label>
  );
}
