import { expect } from '@playwright/test';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

export interface Mail {
  to: string;
  subject: string;
  text: string;
}

/** What the SMTP catcher received for the address, oldest first. */
export function mailsTo(address: string): Mail[] {
  const folder = process.env.MAIL_FOLDER ?? path.resolve('../../../.data/mails');
  return readdirSync(folder)
    .filter((file) => file.endsWith('.eml'))
    .sort()
    .map((file) => parse(readFileSync(path.join(folder, file), 'utf8')))
    .filter((mail) => mail.to.toLowerCase() === address.toLowerCase());
}

/** Waits for a mail whose subject contains the words. */
export async function mailTo(address: string, words: string): Promise<Mail> {
  const find = () => mailsTo(address).findLast((mail) => mail.subject.includes(words));
  await expect.poll(() => find()?.subject ?? 'no such mail yet', { timeout: 30_000 }).toContain(words);
  return find()!;
}

/** The first link of the mail that contains the words, as a path of the product under test. */
export function linkIn(mail: Mail, words: string): string {
  const links = mail.text.match(/https?:\/\/\S+/g) ?? [];
  const link = links.find((each) => each.includes(words));
  if (!link) throw new Error(`Expected a link with "${words}" in the mail, but it says:\n${mail.text}`);
  const { pathname, search } = new URL(link);
  return pathname + search;
}

function parse(raw: string): Mail {
  const { headers, body } = split(raw);
  return {
    to: headers.get('x-envelope-to') ?? '',
    subject: words(headers.get('subject') ?? ''),
    text: text(headers, body),
  };
}

function text(headers: Map<string, string>, body: string): string {
  const type = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1];
  if (boundary) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => split(part.replace(/^\r?\n/, '')));
    return parts.map((part) => text(part.headers, part.body)).find(Boolean) ?? '';
  }
  if (!type.startsWith('text/plain')) return '';
  const encoding = headers.get('content-transfer-encoding')?.toLowerCase();
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  return encoding === 'quoted-printable' ? quotedPrintable(body) : body;
}

function split(raw: string) {
  const [head = '', ...rest] = raw.split(/\r?\n\r?\n/);
  const headers = new Map<string, string>();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body: rest.join('\n\n') };
}

function quotedPrintable(body: string): string {
  const joined = body.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** Encoded words of a header: `=?UTF-8?Q?...?=`. */
function words(header: string): string {
  return header.replace(/=\?utf-8\?([bq])\?([^?]*)\?=\s*/gi, (_, how: string, encoded: string) =>
    how.toLowerCase() === 'b'
      ? Buffer.from(encoded, 'base64').toString('utf8')
      : quotedPrintable(encoded.replace(/_/g, ' ')),
  );
}
