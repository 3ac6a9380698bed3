import { Button, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChooseFile } from '@/shared/components/ChooseFile';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { addFile } from './api/addFile';
import { filesQuery } from './api/files';
import { removeFile } from './api/removeFile';
import type { DealFile } from './api/types';
import classes from './DealPage.module.css';
import { FileItem } from './FileItem';
import { fileKinds } from './fileKinds';

interface Props {
  dealId: string;
  /** Only the latest ones. */
  limit?: number;
}

/** The files of a deal; a new one is internal until it is shared. */
export function FilesTab({ dealId, limit }: Props) {
  const isStaff = useSession().kind === 'STAFF';
  const mayEdit = useCan()('deal:edit');
  const queryClient = useQueryClient();
  const files = useQuery(filesQuery(dealId));
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const [removed, setRemoved] = useState<DealFile | null>(null);
  const shown = files.data?.slice(0, limit) ?? [];
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['deal', dealId] });

  async function add(chosen: File[]) {
    setBusy(true);
    setProblem(null);
    try {
      for (const file of chosen) await addFile(dealId, file);
      if (chosen.length > 0)
        toast.success(chosen.length === 1 ? `${chosen[0]!.name} was added.` : 'The files were added.');
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
      await refresh();
    }
  }

  return (
    <Section
      title="Files"
      action={
        mayEdit && (
          <ChooseFile
            multiple
            accept={fileKinds}
            inputProps={{ 'aria-label': 'Choose files' }}
            onChange={(chosen) => void add(chosen)}
          >
            {(props) => (
              <Button {...props} variant="default" loading={busy} leftSection={<IconPaperclip size={16} aria-hidden />}>
                Add file
              </Button>
            )}
          </ChooseFile>
        )
      }
    >
      <ProblemAlert error={problem ?? files.error} onRetry={problem ? undefined : () => void files.refetch()} />
      {files.data?.length === 0 && (
        <Text c="dimmed" size="sm">
          {mayEdit
            ? `No files yet. Documents and pictures of at most 10 MB${isStaff ? '; the partner sees one only when you share it' : ''}.`
            : 'No files yet.'}
        </Text>
      )}
      <ul className={classes.list}>
        {shown.map((file) => (
          <FileItem key={file.id} dealId={dealId} file={file} onChanged={refresh} onRemove={() => setRemoved(file)} />
        ))}
      </ul>
      <ConfirmDialog
        opened={removed !== null}
        onClose={() => setRemoved(null)}
        title="Remove file"
        confirmLabel="Remove file"
        danger
        onConfirm={async () => {
          if (removed) await removeFile(dealId, removed.id);
          await refresh();
        }}
      >
        {removed && `${removed.name} is deleted for everybody. This cannot be undone.`}
      </ConfirmDialog>
    </Section>
  );
}
