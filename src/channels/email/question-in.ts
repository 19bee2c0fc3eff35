import { createHash } from 'node:crypto';
import type { Addresses } from '../../ports/addresses.ts';
import type { DraftDoubt } from '../../ports/drafts.ts';
import { addresseesOf, byWebForm, type Addressee, type Naming } from './addressee.ts';
import type { Authentication } from './authentication.ts';
import { boxOf } from './mail-address.ts';
import { isOneOf, plain, type MailWords } from './mail-words.ts';
import type { OwnIds } from './own-ids.ts';
import type { Forwarded, MailRead } from './read-mail.ts';
import type { MailRefusal } from './refusal.ts';
import { bareSubject, isAnswered, saysSomething } from './subject.ts';
import { mailWhere, type MailWhere } from './where.ts';
import { endsInQuestionMark } from '../../text/question-mark.ts';

/** What a mail asks, who is to be answered, and in which conversation. */
export type Question = {
  readonly conversation: string;
  /** The same for the same mail, by whatever way it comes. */
  readonly id: string;
  readonly text: string;
  /** Without what mail programs put before it. */
  readonly subject: string;
  /** All that stands in the mail: danger is looked for in what nobody asks, too. */
  readonly whole: string;
  readonly where: MailWhere;
  /** Who wrote the mail. */
  readonly writer: MailWhere;
  /** Why a person has to look before a letter goes out; null where there is no doubt about who is answered. */
  readonly doubt: DraftDoubt | null;
  /** It answers a letter of ours that is not known: it may lean on what was asked there. */
  readonly isLost: boolean;
  /** Where the mail itself came from, when there is; null where there is none. */
  readonly sender: MailWhere | null;
  readonly attachments: number;
};

type Asking = {
  readonly settings: Naming;
  readonly words: MailWords;
  readonly ids: OwnIds;
  readonly addresses: Pick<Addresses, 'of'>;
  readonly authentication: Authentication;
  readonly hearsDanger: (text: string) => boolean;
};

type Sent = MailRead['mail'];

/**
 * Who asks what. Mails that a colleague forwarded are the students', each a question of its own; a stranger who forwards
 * is answered themselves.
 */
export async function questionsIn(read: MailRead, asking: Asking): Promise<readonly Question[] | MailRefusal> {
  const { settings, ids, authentication, words } = asking;
  const answersUs = ourConversation(read.mail, ids) !== null;
  const forwarding = answersUs ? { ...read, originals: [] } : read;
  const addressees = addresseesOf(forwarding, { authentication, naming: settings, noReply: words.noReply });
  if (addressees.length === 0) return 'mail/no-sender';
  const questions: Question[] = [];
  let refused: MailRefusal | null = null;
  for (const addressee of addressees) {
    const question = await questionOf(forwarding, addressee, asking);
    if (typeof question === 'string') refused ??= question;
    else questions.push(question);
  }
  return questions.length === 0 ? (refused ?? 'mail/nothing-asked') : questions;
}

async function questionOf(read: MailRead, addressee: Addressee, asking: Asking): Promise<Question | MailRefusal> {
  const { mail, originals } = read;
  const { settings, authentication, hearsDanger } = asking;
  const { student, doubt } = addressee;
  if (mail.from === null) return 'mail/no-sender';
  const byForm = byWebForm(mail, settings);
  const fromUs = mail.from.address === settings.own && !byForm && (student === null || authentication !== 'pass');
  if (boxOf(addressee.writer.address) === settings.own || fromUs) return 'mail/own';
  const original = student ?? originals[0] ?? null;
  const text = ownWords({ ...read, original }, student, { words: asking.words, hearsDanger });
  if (!/[\p{L}\p{N}]/u.test(text)) return 'mail/nothing-asked';
  // A web form is a machine: who filled it in wrote the mail.
  const isBelievedForm = doubt === null && byForm;
  const writer = whereOf(mail, { writer: isBelievedForm ? addressee.writer : mail.from, student: null });
  const conversation = await conversationOf(mail, addressee, asking);
  const isLost = student === null && read.quotesUs && (await asking.addresses.of(conversation)) === null;
  return {
    conversation,
    // The same id with another text is another mail: some programs number from the start again.
    id: `mail-${short(`${mail.messageId} ${plain(text)} ${student === null ? '' : addressee.writer.address}`)}`,
    text,
    subject: subjectOf(student?.subject ?? mail.subject, asking.words),
    whole: wholeOf({ ...read, original }, ourConversation(mail, asking.ids) !== null, asking.words),
    where: whereOf(mail, addressee),
    writer,
    doubt,
    isLost,
    // Nobody to be spoken to later but who wrote the mail.
    sender: doubt === null ? null : writer,
    attachments: student?.attachments ?? mail.attachments,
  };
}

type WithOriginal = Omit<MailRead, 'originals'> & { readonly original: Forwarded | null };

/** What the subject line says of what is asked; nothing where it answers one of before, or is one that anybody writes. */
function subjectOf(subject: string, words: MailWords): string {
  const bare = bareSubject(subject, words);
  return bare === subject.trim() && saysSomething(bare, words) ? bare : '';
}

/** All of a mail and of what it forwards, also under its signature; of an answer to us without our letter below it. */
export function wholeOf({ mail, words, original }: WithOriginal, answersUs: boolean, { added }: MailWords): string {
  // "Sent from my telephone" is nobody's word; a longer line may be.
  const isAdded = (line: string) => line.length < longestAdded && isOneOf(line, added);
  const written = mail.text.split('\n').filter((line) => !isAdded(line));
  const text = answersUs ? words : written.join('\n');
  // Where their own words end before the middle begins, all of it is older letters.
  const middle = answersUs && words.length < mail.text.length / 2 - oneWord ? '' : mail.middle;
  const forwarded = original === null || text.includes(original.text) ? [] : [original.subject, original.text];
  return [mail.subject, text, middle, ...forwarded, original?.middle ?? ''].filter((part) => part !== '').join('\n');
}

/** The student's words; of a stranger's forward what they wrote above it, else what they forwarded; else the subject. */
function ownWords(
  { mail, words, original }: WithOriginal,
  student: Addressee['student'],
  about: Pick<Asking, 'words' | 'hearsDanger'>,
): string {
  const texts = student === null ? [words, original?.words ?? ''] : [student.words];
  const written = texts.find((text) => text !== '');
  if (written !== undefined) return written;
  const subject = student?.subject ?? mail.subject;
  if (about.hearsDanger(subject)) return subject;
  return isAnswered(subject, about.words) || !endsInQuestionMark(subject) ? '' : subject;
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
  { writer, student, doubt }: Addressee,
  { ids, addresses }: Asking,
): Promise<string> {
  if (doubt !== null) {
    const named = student === null ? writer.address : `${writer.address} ${student.from.name} ${student.from.address}`;
    return `mail-${short(`${mail.messageId} ${mail.from?.address ?? ''} for ${named}`)}`;
  }
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
const longestAdded = 40;
/** Where a text is cut its last word goes. */
const oneWord = 100;
