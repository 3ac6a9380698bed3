import { ActionIcon, Anchor } from '@mantine/core';
import { IconEye, IconEyeOff, IconTrash } from '@tabler/icons-react';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { toast } from '@/shared/components/toast';
import { useCan, useSession } from '@/shared/session';
import { contentUrl } from './api/files';
import { shareFile } from './api/shareFile';
import type { DealFile } from './api/types';
import classes from './DealPage.module.css';
import { sizeText } from './size';

interface Props {
  dealId: string;
  file: DealFile;
  onChanged: () => unknown;
  onRemove: () => void;
}

/** A file to download, and whether the partner sees it. */
export function FileItem({ dealId, file, onChanged, onRemove }: Props) {
  const session = useSession();
  const mayEdit = useCan()('deal:edit');
  const isStaff = session.kind === 'STAFF';
  const mayShare = mayEdit && isStaff && file.authorKind !== 'PARTNER';
  const mayRemove = mayEdit && (isStaff || file.authorId === session.user.id);

  async function toggleShared() {
    try {
      await shareFile(dealId, file.id, file.version, !file.shared);
      toast.success(file.shared ? `${file.name} is internal now.` : `${file.name} is shared with the partner.`);
    } catch (error) {
      toast.problem(error);
    }
    await onChanged();
  }

  return (
    <li className={classes.person}>
      <span className={classes.personName}>
        <Anchor href={contentUrl(dealId, file.id)} download={file.name} className={classes.fileName}>
          {file.name}
        </Anchor>
        <span className={classes.muted}>
          {sizeText(file.size)}, {file.authorName}, <RelativeTime at={file.createdAt} />
          {isStaff && (file.shared ? ', shared with partner' : ', internal')}
        </span>
      </span>
      {mayShare && (
        <ActionIcon
          aria-label={file.shared ? `Stop sharing ${file.name}` : `Share ${file.name} with partner`}
          title={file.shared ? 'Stop sharing' : 'Share with partner'}
          onClick={() => void toggleShared()}
        >
          {file.shared ? <IconEye size={16} /> : <IconEyeOff size={16} />}
        </ActionIcon>
      )}
      {mayRemove && (
        <ActionIcon aria-label={`Remove ${file.name}`} onClick={onRemove}>
          <IconTrash size={16} />
        </ActionIcon>
      )}
    </li>
  );
}
