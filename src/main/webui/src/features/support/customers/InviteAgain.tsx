import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toast } from '@/shared/components/toast';
import { inviteCustomerAgain } from '../api/customers';
import type { Customer } from '../api/types';

/** Sends another link to somebody who has not accepted, or was removed. */
export function InviteAgain({ customer }: { customer: Customer }) {
  const queryClient = useQueryClient();
  const again = useMutation({
    mutationFn: () => inviteCustomerAgain(customer.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['customer'] });
      toast.success(`Another invitation is on its way to ${customer.email}; a former link is useless`);
    },
    onError: (error) => toast.problem(error),
  });
  return (
    <Button variant="default" loading={again.isPending} onClick={() => again.mutate()}>
      Invite again
    </Button>
  );
}
