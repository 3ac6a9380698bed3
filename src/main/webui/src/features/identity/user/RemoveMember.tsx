import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { toast } from '@/shared/components/toast';
import { removeUser, userWork } from '../api/leaving';
import type { User } from '../api/users';
import { LeaveDialog } from '../LeaveDialog';

/** Takes a person out of the organisation, after a question. */
export function RemoveMember({ user, organisation }: { user: User; organisation: string }) {
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        Remove from organisation
      </Button>
      <LeaveDialog
        opened={asking}
        onClose={ask.close}
        title={`Remove ${user.name} from ${organisation}?`}
        confirmLabel="Remove from organisation"
        previewKey={[user.id]}
        loadPreview={() => userWork(user.id)}
        onConfirm={async (handOver) => {
          await removeUser(user.id, handOver);
          await navigate({ to: '/users' });
          await queryClient.invalidateQueries({ queryKey: ['user'] });
          toast.success(`${user.name} was removed from ${organisation}`);
        }}
      >
        {user.name} is logged out at once and is no member any more. What they did stays in the history.
      </LeaveDialog>
    </>
  );
}
