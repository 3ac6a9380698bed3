import { Stack, Text, Textarea, Button, Group } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from '@/shared/components/Dialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { toast } from '@/shared/components/toast';
import { useProblemForm } from '@/shared/hooks/useProblemForm';
import { publishDraft } from './api/publishDraft';
import type { RuleSet } from './api/ruleSets';
import type { DraftState, DraftStore } from './draftStore';

interface Props {
  opened: boolean;
  onClose: () => void;
  ruleSet: RuleSet;
  draft: DraftState;
  store: DraftStore;
  onPublished: () => Promise<void>;
}

export function PublishDialog(props: Props) {
  return (
    <Dialog opened={props.opened} onClose={props.onClose} title={`Publish ${props.ruleSet.label.toLowerCase()}`}>
      <Fields {...props} />
    </Dialog>
  );
}

function Fields({ onClose, ruleSet, draft, store, onPublished }: Props) {
  const queryClient = useQueryClient();
  const errors = draft.draft.problems.filter((problem) => problem.severity === 'ERROR').length;
  const warnings = draft.draft.problems.filter((problem) => problem.severity === 'WARNING').length;
  const failing = draft.draft.cases.filter((result) => !result.passed).length;
  const { form, problem, busy, submit } = useProblemForm(
    {
      draft: 'Publish',
      initialValues: { comment: '' },
      validate: { comment: (value) => (value.trim() ? null : 'Say what this version changes, and why.') },
    },
    async ({ comment }) => {
      await store.flush();
      const version = store.snapshot().draft.version;
      if (version === null) return;
      const published = await publishDraft(ruleSet.id, { version, replaces: ruleSet.version.number, comment });
      await queryClient.invalidateQueries({ queryKey: ['rule-set'] });
      await onPublished();
      toast.success(`Version ${published.number} is in force.`);
      onClose();
    },
  );
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="md">
        <ProblemAlert error={problem} />
        <Text>
          It decides from the next {ruleSet.noun} on, on all nodes. Version {ruleSet.version.number} stays in the list
          of versions, and can be brought back.
        </Text>
        {(errors > 0 || failing > 0) && (
          <Text c="var(--pf-overdue)">
            {errors > 0 && `${errors} ${errors === 1 ? 'error' : 'errors'} in the table. `}
            {failing > 0 && `${failing} failing test ${failing === 1 ? 'case' : 'cases'}. `}
            Mend them first.
          </Text>
        )}
        {warnings > 0 && (
          <Text c="dimmed">
            {warnings} {warnings === 1 ? 'warning' : 'warnings'} at the rows; they do not stop you.
          </Text>
        )}
        <Textarea
          label="Comment"
          description="What this version changes, and why."
          required
          autosize
          minRows={2}
          maxLength={1000}
          data-autofocus
          {...form.getInputProps('comment')}
        />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={busy} disabled={errors > 0 || failing > 0}>
            Publish version {ruleSet.version.number + 1}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
