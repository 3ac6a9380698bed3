import { Button, ScrollArea, Stack, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '@/shared/components/Dialog';
import { Initials } from '@/shared/components/Initials';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { toast } from '@/shared/components/toast';
import { addMember } from '../api/layerMembers';
import { candidatesQuery } from '../api/listCandidates';
import type { Candidate, Layer, Team } from '../api/types';
import classes from './AddMemberDialog.module.css';

interface Props {
  team: Team;
  layer: Layer;
  opened: boolean;
  onClose: () => void;
}

/** Everybody who could be meant, also those who cannot be members: for them it says why. */
export function AddMemberDialog({ team, layer, opened, onClose }: Props) {
  return (
    <Dialog opened={opened} onClose={onClose} title={`Add a member to ${layer.name}`} size="lg" asks={false}>
      <Candidates team={team} layer={layer} />
    </Dialog>
  );
}

const typingPauseMillis = 200;

function Candidates({ team, layer }: { team: Team; layer: Layer }) {
  const [words, setWords] = useState('');
  const [asked] = useDebouncedValue(words.trim(), typingPauseMillis);
  const queryClient = useQueryClient();
  const [refused, setRefused] = useState<unknown>(null);
  const [busy, setBusy] = useState<string | null>(null);
  const { data: candidates = [], error, isPending } = useQuery(candidatesQuery(asked));
  const members = new Set(layer.members.map(({ userId }) => userId));

  async function add({ userId, name }: Candidate) {
    setBusy(userId);
    setRefused(null);
    try {
      await addMember(team.id, layer.id, userId);
      await queryClient.invalidateQueries({ queryKey: ['team'] });
      toast.success(`${name} is in ${layer.name}.`);
    } catch (problem) {
      setRefused(problem);
    } finally {
      setBusy(null);
    }
  }

  return (
    <Stack gap="sm">
      <TextInput
        aria-label="Find a person"
        placeholder="Name or email address"
        leftSection={<IconSearch size={16} aria-hidden />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        data-autofocus
      />
      <ProblemAlert error={refused ?? error} />
      <ScrollArea.Autosize mah="min(26rem, 55vh)">
        <ul className={classes.people} aria-label="People" aria-busy={isPending}>
          {candidates.map((candidate) => (
            <li key={candidate.userId} className={classes.person}>
              <span aria-hidden>
                <Initials name={candidate.name} />
              </span>
              <div className={classes.words}>
                <span className={classes.name}>{candidate.name}</span>
                <span className={classes.quiet}>{candidate.partnerAccount?.name ?? candidate.email}</span>
                {candidate.refusal && <span className={classes.refusal}>{candidate.refusal}</span>}
              </div>
              {members.has(candidate.userId) ? (
                <span className={classes.quiet}>In this layer</span>
              ) : (
                !candidate.refusal && (
                  <Button
                    size="compact-sm"
                    variant="default"
                    aria-label={`Add ${candidate.name}`}
                    loading={busy === candidate.userId}
                    onClick={() => void add(candidate)}
                  >
                    Add
                  </Button>
                )
              )}
            </li>
          ))}
          {!isPending && candidates.length === 0 && <li className={classes.quiet}>Nobody has this name or address.</li>}
        </ul>
      </ScrollArea.Autosize>
    </Stack>
  );
}
