import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/shared/components/toast';
import { userWork } from '../api/leaving';
import { setUserActive, type User } from '../api/users';
import { LeaveDialog } from '../LeaveDialog';

interface Props {
  user: User;
  /** Where the log-in is disabled; elsewhere the person goes on. */
  organisation: string;
}

/** Lets a person in no more, after a question, or lets them in again. */
export function LogInSwitch({ user, organisation }: Props) {
  const queryClient = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  const enable = useEnable(user.id);
  return (
    <>
      <Button variant="default" loading={enable.isPending} onClick={() => (user.active ? ask.open() : enable.mutate())}>
        {user.active ? 'Disable log-in' : 'Enable log-in'}
      </Button>
      <LeaveDialog
        opened={asking}
        onClose={ask.close}
        title={`Disable the log-in of ${user.name}?`}
        confirmLabel="Disable log-in"
        previewKey={[user.id]}
        loadPreview={() => userWork(user.id)}
        onConfirm={async (handOver) => {
          await setUserActive(user.id, false, handOver);
          await queryClient.invalidateQueries({ queryKey: ['user'] });
          toast.success(`${user.name} is logged out and cannot log in`);
        }}
      >
        {user.name} is logged out of {organisation} at once and cannot work here until the log-in is enabled again.
        Where they work in other organisations, nothing changes. Enabled again, they have no work until they are given
        some.
      </LeaveDialog>
    </>
  );
}

function useEnable(id: string) {
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: () => setUserActive(id, true),
    onSuccess: async (user) => {
      await queryClient.invalidateQueries({ queryKey: ['user'] });
      toast.success(`${user.name} can log in again`);
    },
    onError: (error) => toast.problem(error),
  });
}
