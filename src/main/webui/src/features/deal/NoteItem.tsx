import { ActionIcon } from '@mantine/core';
import { IconEdit, IconEye, IconEyeOff } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { StatusBadge } from '@/shared/components/StatusBadge';
import { useCan, useSession } from '@/shared/session';
import { editNote } from './api/editNote';
import type { Note } from './api/types';
import classes from './DealPage.module.css';
import { NoteEditor } from './NoteEditor';

/** A note, and whether the partner sees it. */
export function NoteItem({ dealId, note }: { dealId: string; note: Note }) {
  const session = useSession();
  const can = useCan();
  const queryClient = useQueryClient();
  const [editing, setEditing] = useState(false);
  const isStaff = session.kind === 'STAFF';
  const isMine = note.authorId === session.user.id;
  const mayShare = isStaff && note.authorKind !== 'PARTNER';
  const mayEdit = can('deal:edit') && (isMine || mayShare);

  return (
    <li className={classes.note}>
      <div className={classes.noteHead}>
        <strong>{note.authorName}</strong>
        <RelativeTime at={note.createdAt} />
        {note.version > 0 && <span>edited</span>}
        {isStaff && (
          <StatusBadge tone={note.shared ? 'active' : 'waiting'} icon={note.shared ? IconEye : IconEyeOff}>
            {note.shared ? 'Shared with partner' : 'Internal'}
          </StatusBadge>
        )}
        {mayEdit && !editing && (
          <ActionIcon size="sm" ml="auto" aria-label="Edit this note" onClick={() => setEditing(true)}>
            <IconEdit size={15} />
          </ActionIcon>
        )}
      </div>
      {editing ? (
        <NoteEditor
          label="Note"
          submitLabel="Save note"
          initial={note}
          textLocked={!isMine}
          shareLabel={mayShare ? 'Share with partner' : undefined}
          onCancel={() => setEditing(false)}
          onSubmit={async (text, shared) => {
            await editNote(dealId, note.id, note.version, text, shared);
            setEditing(false);
            await queryClient.invalidateQueries({ queryKey: ['deal', dealId] });
          }}
        />
      ) : (
        <p className={classes.noteText}>{note.text}</p>
      )}
    </li>
  );
}
