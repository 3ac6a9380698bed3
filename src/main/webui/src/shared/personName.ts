interface Named {
  firstName?: string | null;
  lastName: string;
}

/** The whole name; many people have one name only, which is the last one. */
export function personName({ firstName, lastName }: Named): string {
  return [firstName, lastName].filter(Boolean).join(' ');
}
