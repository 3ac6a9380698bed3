import { MultiSelect } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ownersQuery } from '@/features/identity/api/users';

interface Props {
  value: string[];
  onChange: (userIds: string[]) => void;
  error?: string;
}

/** Members of staff who can own deals, to allocate a partner user to. */
export function BrokerSelect({ value, onChange, error }: Props) {
  const { data: staff } = useQuery(ownersQuery);
  return (
    <MultiSelect
      label="Allocated to"
      description="The first is the main one: new deals of this partner belong to them."
      placeholder={value.length === 0 ? 'Nobody yet' : undefined}
      searchable
      clearable
      data={(staff ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
      error={error}
      nothingFoundMessage="Nobody of this name."
    />
  );
}
