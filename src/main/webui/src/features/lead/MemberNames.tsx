import classes from './QueuesPage.module.css';

interface Member {
  id: string;
  name: string;
}

const shown = 5;

/** "Ada Hill, Ben Stone and 3 more" */
export function MemberNames({ members }: { members: Member[] }) {
  return <span className={classes.note}>{namesOf(members.map((member) => member.name))}</span>;
}

export function namesOf(names: string[]): string {
  if (names.length === 0) return 'No members yet: nobody can take its leads.';
  if (names.length <= shown) return names.join(', ');
  return `${names.slice(0, shown).join(', ')} and ${names.length - shown} more`;
}
