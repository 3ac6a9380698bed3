import { Button } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQueryClient } from '@tanstack/react-query';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { makeOwner, organisationQuery } from '../api/organisation';
import type { User } from '../api/users';

/** Hands the organisation over to an administrator. */
export function MakeOwner({ user, organisation }: { user: User; organisation: string }) {
  const queryClient = useQueryClient();
  const [asking, ask] = useDisclosure(false);
  return (
    <>
      <Button variant="default" onClick={ask.open}>
        Make owner
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={ask.close}
        title={`Make ${user.name} the owner?`}
        confirmLabel="Make owner"
        onConfirm={async () => {
          await makeOwner(user.id);
          await queryClient.invalidateQueries(organisationQuery);
        }}
      >
        Invitations of {organisation} are sent in the name of {user.name} from then on, and answers go to them.
      </ConfirmDialog>
    </>
  );
}
