import { createHash } from 'node:crypto';
import type { Addresses } from '../../ports/addresses.ts';
import { originalOf, type Original } from './forwarded.ts';
import type { OwnIds } from './own-ids.ts';
import type { Mail, Mailbox } from './parse-mail.ts';
import type { MailRefusal } from './refusal.ts';
import { visibleText } from './visible-text.ts';
import { mailWhere, type MailWhere } from './where.ts';

/** What a mail asks, who is to be answered, and in which conversation. */
export type Question = {
  readonly conversation: string;
  /** The same for the same mail, by whatever way it comes. */
  readonly id: string;
  readonly text: string;
  readonly where: MailWhere;
  readonly attachments: number;
};

type Reading = {
  readonly settings: { readonly own: string; readonly forwarders: readonly string[] };
  readonly ids: OwnIds;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly closings: readonly string[];
};

/** Who asks what. A mail that a colleague forwarded is the student's; a stranger who forwards is answered themselves. */
export async function questionIn(mail: Mail, reading: Reading): Promise<Question | MailRefusal> {
  const { settings, ids, closings } = reading;
  const sender = mail.replyTo ?? mail.from;
  if (sender === null || mail.from === null) return 'mail/no-sender';
  const answersUs = ourConversation(mail, ids) !== null;
  const original = answersUs ? null : await originalOf(mail);
  const byColleague = isForwarder(mail.from, settings);
  const student = original !== null && byColleague ? original : null;
  const writer = student?.from ?? sender;
  if (writer.address === settings.own || (student === null && mail.from.address === settings.own)) return 'mail/own';
  const text = ownWords(mail, { original, student, closings });
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mail/nothing-asked';
  return {
    conversation: await conversationOf(mail, writer, student, reading),
    id: `mail-${short(mail.messageId)}`,
    text,
    where: whereOf(mail, writer, student),
    attachments: student?.attachments ?? mail.attachments,
  };
}

/** The student's words; of a stranger's forward what they wrote above it, else what they forwarded; else the subject. */
function ownWords(
  mail: Mail,
  from: { readonly original: Original | null; readonly student: Original | null; readonly closings: readonly string[] },
): string {
  const { original, student, closings } = from;
  const texts = student === null ? [mail.text, original?.text ?? ''] : [student.text];
  const written = texts.map((text) => visibleText(text, closings)).find((text) => text !== '');
  if (written !== undefined) return written;
  const subject = student?.subject ?? mail.subject;
  return /^\s*(re|fwd?|tr|rép)\s*:/i.test(subject) || !subject.endsWith('?') ? '' : subject;
}

function isForwarder({ address }: Mailbox, { own, forwarders }: Reading['settings']): boolean {
  const domain = address.slice(address.lastIndexOf('@'));
  return address === own || forwarders.some((allowed) => allowed === address || allowed === domain);
}

function whereOf(mail: Mail, writer: Mailbox, student: Original | null): MailWhere {
  const answered = student === null ? mail.messageId : student.messageId;
  const subject = student?.subject ?? mail.subject;
  const isReal = answered !== null && !answered.endsWith('@no-message-id');
  return mailWhere({
    to: writer.address,
    name: writer.name,
    subject,
    inReplyTo: isReal ? answered : null,
    references: isReal ? [...(student === null ? mail.references : []), answered].slice(-mostReferences) : [],
  });
}

/**
 * By our own ids where the mail answers a letter of ours, and only for who was written to: somebody else who has the
 * letter opens a conversation of their own. Else by the thread's first mail and its writer.
 */
async function conversationOf(
  mail: Mail,
  writer: Mailbox,
  student: Original | null,
  { ids, addresses }: Reading,
): Promise<string> {
  const ours = ourConversation(mail, ids);
  const known = ours === null ? null : await addresses.of(ours);
  if (ours !== null && known?.channel === 'email' && mailWhere(known.where).to === writer.address) return ours;
  const root = (student === null ? [...mail.references, ...mail.inReplyTo] : [])[0] ?? student?.messageId;
  return `mail-${short(`${root ?? mail.messageId} ${writer.address}`)}`;
}

function ourConversation(mail: Mail, ids: OwnIds): string | null {
  const named = [...mail.inReplyTo, ...mail.references.toReversed()];
  return named.map((id) => ids.conversationIn(id)).find((conversation) => conversation !== null) ?? null;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

const mostReferences = 20;
