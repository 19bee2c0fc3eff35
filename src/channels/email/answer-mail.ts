import { createHash } from 'node:crypto';
import { AppError } from '../../core/errors.ts';
import { bothEnds } from '../../conversation/reading/keep-both-ends.ts';
import { answerQuestion } from './answer-question.ts';
import { readAuthentication, type Authentication } from './authentication.ts';
import { mailWordsOf, type MailWords } from './mail-words.ts';
import type { MailOutcome } from './mail-outcome.ts';
import type { MailDoor } from './mail-door.ts';
import { tellOfRefused } from './numbers-letter.ts';
import { ourLettersOf } from './our-letters.ts';
import { questionsIn, refusedId, wholeOf, type Question } from './question-in.ts';
import type { MailRead } from './read-mail.ts';
import { automatic, nobodyWaits, forged, type MailRefusal } from './refusal.ts';

export type AnswerMail = (raw: Buffer, received?: Received) => Promise<MailOutcome>;

/** What only who took the mail in knows. */
export type Received = {
  /** The envelope's sender; empty is a bounce. */
  readonly envelopeFrom?: string | null | undefined;
  /** Where the sender is checked by ourselves. */
  readonly authentication?: (() => Promise<Authentication>) | undefined;
};

/**
 * One mail from its bytes to a letter in the outbox, or a draft. The same mail again, by whatever way, is answered once.
 * @throws AppError storage/failed, state/conflict: the mail is not handled and must be given again
 */
export function createAnswerMail(door: MailDoor): AnswerMail {
  return async (raw, received = {}) => {
    const { read, questions } = await readQuestions(door, raw, received);
    const outcome: MailOutcome =
      typeof questions === 'string' ? { kind: 'refused', code: questions } : await answerAll(door, questions);
    if (outcome.kind === 'refused') await keepRefused(door, raw, { read, code: outcome.code });
    const fields = outcome.kind === 'refused' ? { code: outcome.code } : { conversation: outcome.conversation };
    door.log.info({ mail: outcome.kind, bytes: raw.length, ...fields }, 'a mail came in');
    return outcome;
  };
}

type ReadQuestions = {
  /** Null where it could not be read. */
  readonly read: MailRead | null;
  readonly questions: readonly Question[] | MailRefusal;
};

async function readQuestions(door: MailDoor, raw: Buffer, received: Received): Promise<ReadQuestions> {
  const { settings, current, addresses, ids, thread } = door;
  const { speaker, hearDanger, knowledge } = current();
  const words = mailWordsOf(knowledge.mail);
  let read: MailRead | null = null;
  try {
    read = await thread.read(raw, { words, ours: ourLettersOf(speaker, settings.own, door.today()) });
    const authentication =
      (await received.authentication?.()) ?? readAuthentication(read.mail, settings.authenticationServer);
    const about = { envelopeFrom: received.envelopeFrom ?? null, naming: settings, words };
    const refused = automatic(read.mail, about) ?? forged(authentication);
    if (refused === 'mail/forged') await tellOfRefused(door, { ...asListed(read, words), refused });
    const hearsDanger = (text: string) => hearDanger(text) !== null;
    const asking = { settings, words, ids, addresses, authentication, hearsDanger };
    return { read, questions: refused ?? (await questionsIn(read, asking)) };
  } catch (problem) {
    if (!(problem instanceof AppError) || !problem.code.startsWith('mail/')) throw problem;
    return { read, questions: problem.code as MailRefusal };
  }
}

/** Several mails that were forwarded together are several questions; what is least surely done is what became of them. */
async function answerAll(door: MailDoor, questions: readonly Question[]): Promise<MailOutcome> {
  const outcomes: MailOutcome[] = [];
  for (const question of questions) outcomes.push(await answerQuestion(door, question));
  const worst = (['refused', 'drafted', 'answered'] as const)
    .map((kind) => outcomes.find((outcome) => outcome.kind === kind))
    .find((outcome) => outcome !== undefined);
  return worst ?? { kind: 'refused', code: 'mail/nothing-asked' };
}

async function keepRefused(
  door: MailDoor,
  raw: Buffer,
  { read, code }: { readonly read: MailRead | null; readonly code: MailRefusal },
): Promise<void> {
  const { redact, knowledge } = door.current();
  const { id, sender, text } = read === null ? unread(raw) : asListed(read, mailWordsOf(knowledge.mail));
  await door.refusedMails.put({
    id,
    code,
    waits: !nobodyWaits.has(code),
    from: sender,
    subject: redact(read?.mail.subject ?? '').text,
    text: redact(bothEnds(text, keptAtEitherEnd).text).text,
    at: door.clock().toISOString(),
  });
}

function asListed(
  read: MailRead,
  words: MailWords,
): { readonly id: string; readonly sender: string; readonly text: string } {
  const original = read.originals[0] ?? null;
  return {
    id: refusedId(read.mail),
    sender: read.mail.from?.address ?? '',
    text: wholeOf({ ...read, original }, false, words),
  };
}

function unread(raw: Buffer): ReturnType<typeof asListed> {
  return { id: `mail-${createHash('sha256').update(raw).digest('hex').slice(0, 24)}`, sender: '', text: '' };
}

/** Enough to see what it is. */
const keptAtEitherEnd = 2_000;
