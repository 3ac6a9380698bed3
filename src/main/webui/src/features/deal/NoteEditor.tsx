import { Button, Group, Stack, Switch, Textarea } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { Problem } from '@/shared/api/problem';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { useDraft } from '@/shared/hooks/useDraft';

interface Props {
  label: string;
  submitLabel: string;
  initial?: { text: string; shared: boolean };
  /** Left out where notes are shared anyway. */
  shareLabel?: string;
  /** Only the author changes the text. */
  textLocked?: boolean;
  onSubmit: (text: string, shared: boolean) => Promise<unknown>;
  onCancel?: () => void;
}

/** Writes a note; Ctrl+Enter saves it. */
export function NoteEditor(props: Props) {
  const draft = useDraft(props.label, props.initial?.text ?? '');
  const [text, setText] = useState(draft.restored ?? props.initial?.text ?? '');
  const [shared, setShared] = useState(props.initial?.shared ?? false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<Problem | null>(null);

  async function save() {
    if (!text.trim() || busy) return;
    setBusy(true);
    setProblem(null);
    try {
      await props.onSubmit(text.trim(), shared);
      draft.drop();
      if (!props.initial) {
        setText('');
        setShared(false);
      }
    } catch (error) {
      setProblem(Problem.from(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        void save();
      }}
    >
      <Stack gap="xs">
        <ProblemAlert error={problem} />
        <Textarea
          aria-label={props.label}
          placeholder={props.label}
          autosize
          minRows={2}
          maxRows={14}
          maxLength={10_000}
          value={text}
          readOnly={props.textLocked}
          onChange={(event) => {
            setText(event.currentTarget.value);
            draft.keep(event.currentTarget.value);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
          }}
        />
        <Group justify="space-between" gap="xs">
          {props.shareLabel ? (
            <Switch
              label={props.shareLabel}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
          ) : (
            <span />
          )}
          <Group gap="xs">
            {props.onCancel && (
              <Button
                variant="default"
                onClick={() => {
                  draft.drop();
                  props.onCancel?.();
                }}
              >
                Cancel
              </Button>
            )}
            <Button type="submit" variant={props.initial ? 'filled' : 'default'} loading={busy} disabled={!text.trim()}>
              {props.submitLabel}
            </Button>
          </Group>
        </Group>
      </Stack>
    </form>
  );
}
