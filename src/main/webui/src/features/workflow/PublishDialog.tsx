import { Textarea } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { Problem } from '@/shared/api/problem';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { publishDiagram, type DiagramProblem } from './api/publishing';
import type { Workflow } from './api/workflows';

interface Props {
  opened: boolean;
  onClose: () => void;
  workflow: Workflow;
  /** The version that was opened. */
  basedOn: string;
  read: () => Promise<string | null>;
  onRefused: (problems: DiagramProblem[]) => void;
  onPublished: (versionId: string) => void;
}

export function PublishDialog({ opened, onClose, workflow, basedOn, read, onRefused, onPublished }: Props) {
  const queryClient = useQueryClient();

  async function publish({ comment }: { comment: string }) {
    const diagram = await read();
    if (diagram === null) return;
    try {
      const version = await publishDiagram(workflow.id, { diagram, comment, basedOn });
      await queryClient.invalidateQueries({ queryKey: ['workflow'] });
      if (version.published) {
        toast.success(`Version ${version.number} is published. New deals begin on it.`);
      } else {
        toast.success('The process engine has not answered yet. The version is published as soon as it does.');
      }
      onPublished(version.id);
    } catch (error) {
      const problems = Problem.from(error).document.problems;
      if (Array.isArray(problems)) onRefused(problems as DiagramProblem[]);
      throw error;
    }
  }

  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Publish version"
      submitLabel="Publish version"
      initialValues={{ comment: '' }}
      validate={{ comment: (comment) => (comment.trim() ? null : 'Expected a sentence: it is kept with the version.') }}
      onSubmit={publish}
    >
      {(form) => (
        <Textarea
          label="What did you change, and why?"
          description="New deals begin on the new version. Running deals stay on theirs until they are moved."
          data-autofocus
          autosize
          minRows={2}
          maxLength={500}
          {...form.getInputProps('comment')}
        />
      )}
    </FormDialog>
  );
}
