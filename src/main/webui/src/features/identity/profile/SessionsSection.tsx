import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { RelativeTime } from '@/shared/components/RelativeTime';
import { Section } from '@/shared/components/Section';
import { toast } from '@/shared/components/toast';
import { endOtherSessions, endSession, ownSessionsQuery, type OwnSession } from '../api/ownSessions';
import { deviceName } from './deviceName';

/** Where one is logged in, to end what one does not know or need. */
export function SessionsSection() {
  const { data: sessions, error } = useQuery(ownSessionsQuery);
  const end = useEnd();
  const others = (sessions ?? []).filter(({ current }) => !current);
  return (
    <Section
      title="Where you are logged in"
      action={
        others.length > 0 && (
          <Button variant="default" loading={end.isPending} onClick={() => end.mutate(undefined)}>
            Log out everywhere else
          </Button>
        )
      }
    >
      <ProblemAlert error={error} />
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {sessions?.map((session) => (
          <li key={session.id}>
            <SessionLine session={session} busy={end.isPending} onEnd={() => end.mutate(session.id)} />
          </li>
        ))}
      </Stack>
    </Section>
  );
}

function SessionLine({ session, busy, onEnd }: { session: OwnSession; busy: boolean; onEnd: () => void }) {
  const device = deviceName(session.device);
  return (
    <Group justify="space-between" wrap="nowrap">
      <div>
        <Group gap="xs">
          <Text fw={500}>{device}</Text>
          {session.current && <Badge variant="light">This one</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {[session.organisation, session.address].filter(Boolean).join(', ')}, since{' '}
          <RelativeTime at={session.openedAt} />
        </Text>
      </div>
      {!session.current && (
        <Button size="xs" variant="default" disabled={busy} onClick={onEnd} aria-label={`Log out ${device}`}>
          Log out
        </Button>
      )}
    </Group>
  );
}

/** Ends one session, or all others. */
function useEnd() {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (id: string | undefined): Promise<void> => {
      await (id ? endSession(id) : endOtherSessions());
    },
    onSuccess: () => queryClient.invalidateQueries(ownSessionsQuery),
    onError: (error) => toast.problem(error),
  });
}
