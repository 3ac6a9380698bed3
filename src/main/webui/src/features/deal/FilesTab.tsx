import { Button, Stack, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ChooseFile } from '@/shared/components/ChooseFile';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { DropFiles } from '@/shared/components/DropFiles';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Progress } from '@/shared/components/Progress';
import { Section } from '@/shared/components/Section';
import { useCan, useSession } from '@/shared/session';
import { filesQuery } from './api/files';
import { removeFile } from './api/removeFile';
import type { DealFile } from './api/types';
import classes from './DealPage.module.css';
import { FileItem } from './FileItem';
import { fileKinds } from './fileKinds';
import { useAddFiles } from './useAddFiles';

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
  const { add, adding, refusals } = useAddFiles(dealId);
  const [removed, setRemoved] = useState<DealFile | null>(null);
  const shown = files.data?.slice(0, limit) ?? [];
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['deal', dealId] });

  return (
    <DropFiles onDrop={mayEdit && !adding ? (dropped) => void add(dropped) : undefined} hint="Drop to add">
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
                <Button
                  {...props}
                  variant="default"
                  loading={adding !== null}
                  leftSection={<IconPaperclip size={16} aria-hidden />}
                >
                  Add file
                </Button>
              )}
            </ChooseFile>
          )
        }
      >
        <Stack gap="sm">
          <ProblemAlert error={files.error} onRetry={() => void files.refetch()} />
          {refusals.map(({ name, error }, index) => (
            <ProblemAlert key={`${index} ${name}`} about={name} error={error} />
          ))}
          {adding && adding.of > 1 && (
            <Progress label={`Adding ${adding.name}`} done={adding.number - 1} total={adding.of} />
          )}
          {files.data?.length === 0 && (
            <Text c="dimmed" size="sm">
              {mayEdit
                ? `No files yet. Documents and pictures of at most 10 MB${isStaff ? '; the partner sees one only when you share it' : ''}.`
                : 'No files yet.'}
            </Text>
          )}
          {shown.length > 0 && (
            <ul className={classes.list}>
              {shown.map((file) => (
                <FileItem
                  key={file.id}
                  dealId={dealId}
                  file={file}
                  onChanged={refresh}
                  onRemove={() => setRemoved(file)}
                />
              ))}
            </ul>
          )}
        </Stack>
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
    </DropFiles>
  );
}
