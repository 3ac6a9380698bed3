import { TextInput } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import { leadChoices } from '../api/choices';
import type { TeamForm } from '../api/saveTeam';
import type { Team } from '../api/types';
import { ChoiceSelect } from '../components/ChoiceSelect';

interface Props {
  opened: boolean;
  onClose: () => void;
  title: string;
  submitLabel: string;
  team?: Team;
  onSubmit: (form: TeamForm) => Promise<unknown>;
}

export function TeamDialog({ team, onSubmit, ...dialog }: Props) {
  return (
    <FormDialog
      {...dialog}
      initialValues={{ name: team?.name ?? '', leadUserId: (team?.lead.id ?? null) as string | null }}
      validate={{
        name: (value: string) => (value.trim() ? null : 'Give the team a name.'),
        leadUserId: (value: string | null) => (value ? null : 'Choose the lead.'),
      }}
      onSubmit={({ name, leadUserId }) => onSubmit({ name, leadUserId: leadUserId ?? '' })}
    >
      {(form) => (
        <>
          <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <ChoiceSelect
            label="Lead"
            description="Gets a mail when nobody in any layer can take a request, or when the last layer is late."
            required
            recordType="user"
            load={leadChoices}
            chosen={team ? { value: team.lead.id, label: team.lead.name } : null}
            {...form.getInputProps('leadUserId')}
          />
        </>
      )}
    </FormDialog>
  );
}
