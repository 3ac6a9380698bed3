import { Button, Stack } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { ProblemAlert } from '@/shared/components/ProblemAlert';
import { confirmEmailChange, emailChangeQuery } from '../api/emailChange';
import { DoorLayout } from '../DoorLayout';
import { LinkGone } from './LinkGone';

/** Where the links to the present and to the new address lead. Opening it confirms nothing: mail scanners do that too. */
export function EmailChangePage() {
  const { token } = useParams({ from: '/email-change/$token' });
  const queryClient = useQueryClient();
  const { data: change, error, isPending, refetch } = useQuery(emailChangeQuery(token));
  const confirm = useMutation({
    mutationFn: () => confirmEmailChange(token),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['session'] }),
  });

  if (confirm.data) {
    const { email, presentConfirmed, otherConfirmed } = confirm.data;
    const done = presentConfirmed && otherConfirmed;
    return (
      <DoorLayout
        title={done ? 'Your log-in has the new address' : 'Confirmed here'}
        lead={
          done
            ? `From now on you log in with ${email}.`
            : `Follow the link that we have mailed to ${presentConfirmed ? email : 'your present address'} as well. Until then nothing changes.`
        }
      >
        <Link to="/">Go to Partnerflow</Link>
      </DoorLayout>
    );
  }
  if (isPending) return <DoorLayout title="Confirm the address">{null}</DoorLayout>;
  if (error) return <LinkGone error={error} onRetry={() => void refetch()} />;
  return (
    <DoorLayout
      title="Confirm the address"
      lead={
        <>
          You want to log in with <strong>{change.email}</strong> from now on.
        </>
      }
    >
      <Stack gap="md">
        <ProblemAlert error={confirm.error} />
        <Button size="md" fullWidth loading={confirm.isPending} onClick={() => confirm.mutate()}>
          Confirm the address
        </Button>
      </Stack>
    </DoorLayout>
  );
}
