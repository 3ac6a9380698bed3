import { useQueryClient } from '@tanstack/react-query';
import { FormDialog } from '@/shared/components/FormDialog';
import { toast } from '@/shared/components/toast';
import { editLead } from './api/editLead';
import type { Lead } from './api/leads';
import { checks, formOf, LeadFields, valuesOf, type LeadValues } from './LeadFields';

interface Props {
  lead: Lead;
  opened: boolean;
  onClose: () => void;
}

export function EditLeadDialog({ lead, opened, onClose }: Props) {
  const queryClient = useQueryClient();
  return (
    <FormDialog<LeadValues>
      opened={opened}
      onClose={onClose}
      title={`Edit ${lead.company}`}
      submitLabel="Save lead"
      size="lg"
      initialValues={valuesOf(lead)}
      validate={checks}
      onSubmit={async (values) => {
        await editLead(lead.id, formOf(values, lead.version));
        await queryClient.invalidateQueries({ queryKey: ['lead'] });
        toast.success('Lead saved.');
      }}
    >
      {(form) => <LeadFields form={form} />}
    </FormDialog>
  );
}
