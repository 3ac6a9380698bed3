import { Button, Group, Modal, Radio, Stack, Switch, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import type { BoardMove, MoveNote } from './moves';

interface Props {
  title: string;
  /** Nothing is asked while this is empty. */
  moves: BoardMove[];
  /** Offers to share the note; left out where notes are shared anyway. */
  shareLabel?: string;
  onChoose: (move: BoardMove, note?: MoveNote) => void;
  onClose: () => void;
}

/** Asks what a move needs: the outcome when there are several, a note when the stage demands one. */
export function MoveDialog(props: Props) {
  return (
    <Modal opened={props.moves.length > 0} onClose={props.onClose} title={props.title} size="sm">
      {props.moves.some((move) => move.asksNote) ? <WithNote {...props} /> : <Outcomes {...props} />}
    </Modal>
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

function WithNote({ moves, shareLabel, onChoose, onClose }: Props) {
  const [chosenId, setChosenId] = useState(moves.length === 1 ? (moves[0]?.id ?? '') : '');
  const [text, setText] = useState('');
  const [shared, setShared] = useState(false);
  const [tried, setTried] = useState(false);
  const chosen = moves.find((move) => move.id === chosenId);
  const noteMissing = (chosen?.asksNote ?? false) && !text.trim();

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (chosen && !noteMissing) onChoose(chosen, text.trim() ? { text: text.trim(), shared } : undefined);
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
          onChange={(event) => setText(event.currentTarget.value)}
          error={tried && noteMissing ? 'Write a note.' : null}
        />
        {shareLabel && (
          <Switch label={shareLabel} checked={shared} onChange={(event) => setShared(event.currentTarget.checked)} />
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit">Move on</Button>
        </Group>
      </Stack>
    </form>
  );
}
