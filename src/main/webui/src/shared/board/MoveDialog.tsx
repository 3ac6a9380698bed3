import { Button, FileInput, Group, Radio, Stack, Switch, Textarea } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { Dialog } from '../components/Dialog';
import { useDraft } from '../hooks/useDraft';
import { asksSomething, type BoardMove, type MoveAnswer } from './moves';

interface Props {
  title: string;
  /** Nothing is asked while this is empty. */
  moves: BoardMove[];
  /** Offers to share the note; left out where notes are shared anyway. */
  shareLabel?: string;
  onChoose: (move: BoardMove, answer?: MoveAnswer) => void;
  onClose: () => void;
}

/** Asks what a move needs: the outcome when there are several, and what the stage demands. */
export function MoveDialog(props: Props) {
  return (
    <Dialog opened={props.moves.length > 0} onClose={props.onClose} title={props.title} size="sm">
      {props.moves.some(asksSomething) ? <Demand {...props} /> : <Outcomes {...props} />}
    </Dialog>
  );
}

function Outcomes({ moves, onChoose }: Props) {
  return (
    <Stack gap="xs">
      {moves.map((move) => (
        <Button key={move.id} variant="default" justify="flex-start" onClick={() => onChoose(move)}>
          {move.label}
        </Button>
      ))}
    </Stack>
  );
}

/** What a browser keeps of an unfinished move: of a file the name alone. */
const nothingTyped = { text: '', shared: false, fileName: '' };

function Demand({ title, moves, shareLabel, onChoose, onClose }: Props) {
  const draft = useDraft(title, nothingTyped);
  const [chosenId, setChosenId] = useState(moves.length === 1 ? (moves[0]?.id ?? '') : '');
  const [typed, setTyped] = useState(draft.restored ?? nothingTyped);
  const [file, setFile] = useState<File | null>(null);
  const { text, shared } = typed;
  const lost = draft.restored?.fileName;
  const [tried, setTried] = useState(false);
  const chosen = moves.find((move) => move.id === chosenId);
  const noteMissing = (chosen?.asksNote ?? false) && !text.trim();
  const kinds = moves.find((move) => move.asksFile)?.asksFile;

  function type(change: Partial<typeof nothingTyped>) {
    const next = { ...typed, ...change };
    setTyped(next);
    draft.keep(next);
  }

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (!chosen || noteMissing) return;
    draft.drop();
    onChoose(chosen, {
      note: text.trim() ? { text: text.trim(), shared } : undefined,
      file: file ?? undefined,
    });
  }

  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        {moves.length > 1 && (
          <Radio.Group
            label="Outcome"
            value={chosenId}
            onChange={setChosenId}
            error={tried && !chosen ? 'Choose the outcome.' : null}
          >
            <Stack gap="xs" mt={4}>
              {moves.map((move) => (
                <Radio key={move.id} value={move.id} label={move.label} />
              ))}
            </Stack>
          </Radio.Group>
        )}
        {moves.some((move) => move.asksNote) && (
          <>
            <Textarea
              label="Note"
              description="This stage demands a note before the card goes on."
              autosize
              minRows={3}
              maxRows={10}
              maxLength={10_000}
              required
              data-autofocus
              value={text}
              onChange={(event) => type({ text: event.currentTarget.value })}
              error={tried && noteMissing ? 'Write a note.' : null}
            />
            {shareLabel && (
              <Switch
                label={shareLabel}
                checked={shared}
                onChange={(event) => type({ shared: event.currentTarget.checked })}
              />
            )}
          </>
        )}
        {kinds && (
          <FileInput
            label="File"
            description="This stage demands a file before the card goes on. Leave it out if one was added here already."
            placeholder="Choose a file"
            leftSection={<IconPaperclip size={16} aria-hidden />}
            accept={kinds}
            clearable
            data-autofocus
            value={file}
            onChange={(chosenFile) => {
              setFile(chosenFile);
              type({ fileName: chosenFile?.name ?? '' });
            }}
            error={lost && !file ? `What you typed is here again, but not the file ${lost}: choose it again.` : null}
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
          <Button type="submit">Move on</Button>
        </Group>
      </Stack>
    </form>
  );
}
