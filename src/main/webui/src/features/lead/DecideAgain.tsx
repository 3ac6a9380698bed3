import { Button } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmDialog } from '@/shared/components/ConfirmDialog';
import { decideLead } from './api/assignLead';
import type { Lead } from './api/leads';

/** Lets the rules decide again, for example after the table was changed. */
export function DecideAgain({ lead }: { lead: Lead }) {
  const queryClient = useQueryClient();
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconRefresh size={14} aria-hidden />}
        onClick={() => setAsking(true)}
      >
        Decide again
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title="Decide again by the rules"
        confirmLabel="Decide again"
        onConfirm={async () => {
          await decideLead(lead.id);
          await queryClient.invalidateQueries({ queryKey: ['lead'] });
        }}
      >
        {lead.state === 'OFFERED' && lead.owner
          ? `The offer to ${lead.owner.name} is withdrawn, and the published table says who is asked next. It may be the same person.`
          : 'The published table says who is asked next.'}
      </ConfirmDialog>
    </>
  );
}
