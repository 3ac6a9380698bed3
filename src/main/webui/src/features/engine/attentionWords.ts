import type { AttentionItem } from './api/attention';

const channels: Record<string, string> = {
  mail: 'Send a mail',
  engine: 'Tell the process engine',
};

/** What was tried: `partnerflow.send-invitation` -> "Send invitation". */
export function workInWords({ what }: Pick<AttentionItem, 'what'>): string {
  const known = channels[what];
  if (known) return known;
  const words = what.replace(/^partnerflow\./, '').replace(/[-.]/g, ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const pages: [RegExp, string][] = [
  [/^(partner-onboarding|portal-invitation)$/, '/partner-users'],
  [/^lead-offer$/, '/leads'],
  [/^request-escalation$/, '/requests'],
  [/^deal-/, '/deals'],
];

/** The page of the record that the work is for, as far as its process tells which kind of record that is. */
export function recordPathOf({ processId, recordId }: Pick<AttentionItem, 'processId' | 'recordId'>): string | null {
  const page = pages.find(([process]) => processId && process.test(processId));
  return page ? `${page[1]}/${recordId}` : null;
}
