import { TextInput } from '@mantine/core';
import { FormDialog } from '@/shared/components/FormDialog';
import { partnerAccountChoices } from '../api/choices';
import type { OrgUnitForm } from '../api/orgUnits';
import type { OrgUnit } from '../api/types';
import { ChoiceSelect } from '../components/ChoiceSelect';

interface Props {
  opened: boolean;
  onClose: () => void;
  unit?: OrgUnit;
  onSubmit: (form: OrgUnitForm) => Promise<unknown>;
}

export function OrgUnitDialog({ opened, onClose, unit, onSubmit }: Props) {
  const account = unit?.partnerAccount ?? null;
  return (
    <FormDialog
      opened={opened}
      onClose={onClose}
      title={unit ? 'Edit org unit' : 'Add org unit'}
      submitLabel={unit ? 'Save org unit' : 'Add org unit'}
      initialValues={{ name: unit?.name ?? '', partnerAccountId: (account?.id ?? null) as string | null }}
      validate={{ name: (value: string) => (value.trim() ? null : 'Give the org unit a name.') }}
      onSubmit={onSubmit}
    >
      {(form) => (
        <>
          <TextInput label="Name" required maxLength={200} data-autofocus {...form.getInputProps('name')} />
          <ChoiceSelect
            label="Partner account"
            description="Its partner users get the requests of this unit's customers before our own technicians do."
            placeholder="None"
            clearable
            recordType="partner-account"
            load={partnerAccountChoices}
            chosen={account && { value: account.id, label: account.name }}
            {...form.getInputProps('partnerAccountId')}
          />
        </>
      )}
    </FormDialog>
  );
}
