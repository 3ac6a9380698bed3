import { Group } from '@mantine/core';
import { Initials } from '@/shared/components/Initials';

interface Props {
  name: string;
  /** Keeps the name in one line, in tables. */
  nowrap?: boolean;
}

/** A person in a table or a fact: initials and name. */
export function Person({ name, nowrap = false }: Props) {
  return (
    <Group gap={6} wrap="nowrap">
      <span aria-hidden>
        <Initials name={name} size="sm" />
      </span>
      <span style={{ whiteSpace: nowrap ? 'nowrap' : undefined }}>{name}</span>
    </Group>
  );
}
