import { Select, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { refreshRecord } from '@/shared/hooks/liveChanges';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { putOnStage } from './api/putOnStage';
import type { Deal } from './api/types';

interface Props {
  deal: Deal;
  opened: boolean;
  onClose: () => void;
}

/** Puts a deal that waits or stands nowhere on a stage of its version. */
export function PutOnStageDialog({ deal, opened, onClose }: Props) {
  const queryClient = useQueryClient();
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title="Put on a stage"
      submitLabel="Put on stage"
      initialValues={{ elementId: deal.place.column }}
      onSubmit={async ({ elementId }) => {
        await putOnStage(deal.id, elementId);
        toast.success(`${deal.name} is on its way.`);
        await refreshRecord(queryClient, 'deal', deal.id);
      }}
    >
      {(form) => (
        <>
          <Text>
            The process goes on from the stage that you choose. Steps before it are not done again, also no emails.
          </Text>
          <Select
            label="Stage"
            data={deal.progress.map((step) => ({ value: step.elementId, label: step.name }))}
            allowDeselect={false}
            required
            data-autofocus
            {...form.getInputProps('elementId')}
          />
        </>
      )}
    </FormDialog>
  );
}
