import { Group } from '@mantine/core';
import { Initials } from '@/shared/components/Initials';

/** A person in a table or a fact: initials and name. */
export function Person({ name }: { name: string }) {
  return (
    <Group gap={6} wrap="nowrap">
      <span aria-hidden>
        <Initials name={name} size="sm" />
      </span>
      <span>{name}</span>
    </Group>
  );
}
