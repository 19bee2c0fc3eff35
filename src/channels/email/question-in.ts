import { createHash } from 'node:crypto';
import type { Addresses } from '../../ports/addresses.ts';
import { addresseeOf, type Addressee, type Naming } from './addressee.ts';
import type { Verdict } from './authentication.ts';
import type { OwnIds } from './own-ids.ts';
import { readAtEitherEnd } from './parse-mail.ts';
import type { MailRead } from './read-mail.ts';
import type { MailRefusal } from './refusal.ts';
import { mailWhere, type MailWhere } from './where.ts';

/** What a mail asks, who is to be answered, and in which conversation. */
export type Question = {
  readonly conversation: string;
  /** The same for the same mail, by whatever way it comes. */
  readonly id: string;
  readonly text: string;
  /** All that stands in the mail: danger is looked for in what nobody asks, too. */
  readonly whole: string;
  readonly where: MailWhere;
  /** Who wrote the mail. */
  readonly writer: MailWhere;
  /** Where the mail itself came from, when it names another address without proof; null where there is no doubt. */
  readonly sender: MailWhere | null;
  readonly attachments: number;
};

type Reading = {
  readonly settings: Naming;
  readonly ids: OwnIds;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly verdict: Verdict;
  readonly hearsDanger: (text: string) => boolean;
};

type Sent = MailRead['mail'];

/** Who asks what. A mail that a colleague forwarded is the student's; a stranger who forwards is answered themselves. */
export async function questionIn(read: MailRead, reading: Reading): Promise<Question | MailRefusal> {
  const { mail } = read;
  const { settings, ids, verdict } = reading;
  const original = ourConversation(mail, ids) === null ? read.original : null;
  const addressee = addresseeOf({ mail, original }, verdict, settings);
  if (addressee === null || mail.from === null) return 'mail/no-sender';
  const { student, doubtful } = addressee;
  const fromUs = mail.from.address === settings.own && (student === null || verdict !== 'pass');
  if (addressee.writer.address === settings.own || fromUs) return 'mail/own';
  const text = ownWords({ ...read, original }, student, reading.hearsDanger);
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mail/nothing-asked';
  // A web form is a machine: who filled it in wrote the mail.
  const byForm = !doubtful && settings.webForms.includes(mail.from.address);
  const writer = whereOf(mail, { writer: byForm ? addressee.writer : mail.from, student: null });
  return {
    conversation: await conversationOf(mail, addressee, reading),
    id: `mail-${short(mail.messageId)}`,
    text,
    whole: wholeOf({ ...read, original }, ourConversation(mail, ids) !== null),
    where: whereOf(mail, addressee),
    writer,
    sender: doubtful ? writer : null,
    attachments: student?.attachments ?? mail.attachments,
  };
}

/** All of a mail and of what it forwards, also under its signature; of an answer to us without our letter below it. */
export function wholeOf({ mail, words, original }: MailRead, answersUs: boolean): string {
  const text = answersUs ? words : mail.text;
  // Where their own words end before the middle begins, all of it is older letters.
  const middle = answersUs && words.length < readAtEitherEnd - oneWord ? '' : mail.middle;
  const forwarded = original === null || text.includes(original.text) ? [] : [original.subject, original.text];
  return [mail.subject, text, middle, ...forwarded, original?.middle ?? ''].filter((part) => part !== '').join('\n');
}

/** The student's words; of a stranger's forward what they wrote above it, else what they forwarded; else the subject. */
function ownWords(
  { mail, words, original }: MailRead,
  student: Addressee['student'],
  hearsDanger: Reading['hearsDanger'],
): string {
  const texts = student === null ? [words, original?.words ?? ''] : [student.words];
  const written = texts.find((text) => text !== '');
  if (written !== undefined) return written;
  const subject = student?.subject ?? mail.subject;
  if (hearsDanger(subject)) return subject;
  return /^\s*(re|fwd?|tr|rép)\s*:/i.test(subject) || !subject.endsWith('?') ? '' : subject;
}

function whereOf(mail: Sent, { writer, student }: Pick<Addressee, 'writer' | 'student'>): MailWhere {
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
 * letter opens a conversation of their own. Else by the thread's first mail and its writer. Who names another without
 * proof speaks in no conversation of theirs.
 */
async function conversationOf(
  mail: Sent,
  { writer, student, doubtful }: Addressee,
  { ids, addresses }: Reading,
): Promise<string> {
  if (doubtful) return `mail-${short(`${mail.messageId} ${mail.from?.address ?? ''} for ${writer.address}`)}`;
  const ours = ourConversation(mail, ids);
  const known = ours === null ? null : await addresses.of(ours);
  if (ours !== null && known?.channel === 'email' && mailWhere(known.where).to === writer.address) return ours;
  const root = (student === null ? [...mail.references, ...mail.inReplyTo] : [])[0] ?? student?.messageId;
  return `mail-${short(`${root ?? mail.messageId} ${writer.address}`)}`;
}

function ourConversation(mail: Sent, ids: OwnIds): string | null {
  const named = [...mail.inReplyTo, ...mail.references.toReversed()];
  return named.map((id) => ids.conversationIn(id)).find((conversation) => conversation !== null) ?? null;
}

/** What a mail that opens no conversation goes by. */
export function refusedId({ messageId, from }: Sent): string {
  return `mail-${short(`refused ${messageId} ${from?.address ?? ''}`)}`;
}

function short(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24);
}

const mostReferences = 20;
/** Where a text is cut its last word goes. */
const oneWord = 100;
