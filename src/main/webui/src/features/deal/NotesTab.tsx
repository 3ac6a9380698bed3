import { useQuery, useQueryClient } from '@tanstack/react-query';
import { EmptyState } from '@/shared/components/EmptyState';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { Section } from '@/shared/components/Section';
import { useCan, useSession } from '@/shared/session';
import { addNote } from './api/addNote';
import { notesQuery } from './api/notes';
import classes from './DealPage.module.css';
import { NoteEditor } from './NoteEditor';
import { NoteItem } from './NoteItem';

interface Props {
  dealId: string;
  /** Only the latest ones. */
  limit?: number;
}

/** The notes of a deal with the editor for a new one. */
export function NotesTab({ dealId, limit }: Props) {
  const isStaff = useSession().kind === 'STAFF';
  const can = useCan();
  const queryClient = useQueryClient();
  const notes = useQuery(notesQuery(dealId));
  const shown = notes.data?.slice(0, limit) ?? [];
  return (
    <Section title="Notes">
      {can('deal:edit') && (
        <NoteEditor
          label="Write a note"
          submitLabel="Add note"
          shareLabel={isStaff ? 'Share with partner' : undefined}
          onSubmit={async (text, shared) => {
            await addNote(dealId, text, shared);
            await queryClient.invalidateQueries({ queryKey: ['deal', dealId] });
          }}
        />
      )}
      <ProblemAlert error={notes.error} onRetry={() => void notes.refetch()} />
      {notes.data?.length === 0 && !limit && <EmptyState>No notes yet.</EmptyState>}
      {shown.length > 0 && (
        <ul className={classes.list} style={{ marginTop: '1rem' }}>
          {shown.map((note) => (
            <NoteItem key={note.id} dealId={dealId} note={note} />
          ))}
        </ul>
      )}
    </Section>
  );
}
