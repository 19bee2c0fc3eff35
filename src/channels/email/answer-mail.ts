import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../core/errors.ts';
import type { Day } from '../../core/day.ts';
import { freshState, type ConversationState } from '../../conversation/state.ts';
import type { Turn } from '../../conversation/turn.ts';
import type { Speaker } from '../../conversation/say.ts';
import type { InDanger } from '../../desk/let-in.ts';
import { redactIncoming, type Redact } from '../../desk/redact-incoming.ts';
import { deliveryId } from '../../desk/speak.ts';
import type { Addresses } from '../../ports/addresses.ts';
import type { Conversations } from '../../ports/conversations.ts';
import type { Desk } from '../../ports/desk.ts';
import type { Drafts, DraftSection, LetterContent } from '../../ports/drafts.ts';
import type { Letters } from '../../ports/letters.ts';
import type { Log } from '../../ports/log.ts';
import type { Outbox } from '../../ports/outbox.ts';
import type { Naming } from './addressee.ts';
import { readVerdict, type Verdict } from './authentication.ts';
import { automatic, forged, type MailRefusal } from './refusal.ts';
import type { OwnIds } from './own-ids.ts';
import type { MailThread } from './mail-thread.ts';
import { isSure, planAsks, type Plan, type Probe } from './plan-asks.ts';
import { questionIn, type Question } from './question-in.ts';
import { withoutLinks } from './without-links.ts';
import { sectionsOf, type AnsweredAsk } from './sections.ts';

/** What became of a mail. Refused ones are for a person to look at: nothing is thrown away. */
export type MailOutcome =
  | { readonly kind: 'answered' | 'drafted'; readonly conversation: string }
  | { readonly kind: 'refused'; readonly code: MailRefusal };

export type MailSettings = Naming & {
  readonly mode: 'auto' | 'draft';
  /** Whose Authentication-Results are believed. */
  readonly authenticationServer: string | undefined;
  /** Letters to one address on one day. */
  readonly dailyMost: number;
};

export type MailDoor = {
  readonly desk: Desk;
  readonly conversations: Pick<Conversations, 'load'>;
  readonly addresses: Addresses;
  readonly outbox: Pick<Outbox, 'put'>;
  readonly drafts: Pick<Drafts, 'put'>;
  readonly letters: Letters;
  readonly thread: Pick<MailThread, 'read'>;
  readonly current: () => {
    readonly takeTurn: Turn;
    readonly redact: Redact;
    readonly inDanger: InDanger;
    readonly speaker: Speaker;
  };
  readonly ids: OwnIds;
  readonly today: () => Day;
  readonly clock: () => Date;
  readonly log: Log;
  readonly settings: MailSettings;
};

export type AnswerMail = (raw: Buffer, received?: Received) => Promise<MailOutcome>;

/** What only who took the mail in knows. */
export type Received = {
  /** The envelope's sender; empty is a bounce. */
  readonly envelopeFrom?: string | null | undefined;
  /** Where the sender is checked by ourselves. */
  readonly verdict?: (() => Promise<Verdict>) | undefined;
};

/**
 * One mail from its bytes to a letter in the outbox, or a draft. The same mail again, by whatever way, is answered once.
 * @throws AppError storage/failed, state/conflict: the mail is not handled and must be given again
 */
export function createAnswerMail(door: MailDoor): AnswerMail {
  return async (raw, received = {}) => {
    const read = await readQuestion(door, raw, received);
    const outcome: MailOutcome = typeof read === 'string' ? { kind: 'refused', code: read } : await answer(door, read);
    const fields = outcome.kind === 'refused' ? { code: outcome.code } : { conversation: outcome.conversation };
    door.log.info({ mail: outcome.kind, bytes: raw.length, ...fields }, 'a mail came in');
    return outcome;
  };
}

async function readQuestion(door: MailDoor, raw: Buffer, received: Received): Promise<Question | MailRefusal> {
  const { settings, current, addresses, ids, thread } = door;
  const { speaker } = current();
  const phrases = (key: string) =>
    speaker.languages.flatMap((language) => speaker.list(language, `mail:reading.${key}`));
  try {
    const read = await thread.read(raw, phrases('closings'));
    const verdict = (await received.verdict?.()) ?? readVerdict(read.mail, settings.authenticationServer);
    const refused = automatic(read.mail, received.envelopeFrom ?? null, phrases('automatic')) ?? forged(verdict);
    return refused ?? (await questionIn(read, { settings, ids, addresses, verdict }));
  } catch (problem) {
    if (!(problem instanceof AppError) || !problem.code.startsWith('mail/')) throw problem;
    return problem.code as MailRefusal;
  }
}

async function answer(door: MailDoor, question: Question): Promise<MailOutcome> {
  const { settings, letters, today, clock, conversations, addresses } = door;
  const { conversation, where, id, sender } = question;
  const letter = { recipient: (sender ?? where).to, day: today(), id };
  if (!(await letters.allow(letter, settings.dailyMost))) return { kind: 'refused', code: 'mail/too-many' };
  // What is said later without a draft of its own goes to who wrote, never to an address that was only named.
  await addresses.keep(conversation, { channel: 'email', where: sender ?? where }, clock().toISOString());
  const { state } = await conversations.load(conversation);
  const inForm = state !== null && state.dialogs !== null;
  const plan = await planAsks(question.text, { inForm, most: mostQuestions }, probing(door, state));
  const answered = await ask(door, question, plan);
  return finish(door, question, plan, answered);
}

/** What a text would come to, by the turn itself, on nothing that was said before. */
function probing({ current, today }: MailDoor, state: ConversationState | null): Probe {
  const { takeTurn, redact, inDanger } = current();
  return async (text, language) => {
    // A mail is asked about many times over: between two of them others are answered.
    await setImmediate();
    const locale = language ?? state?.language ?? undefined;
    const incoming = { conversation: 'probe', id: 'probe', text, channel: 'email', on: today(), locale };
    return takeTurn(await redactIncoming({ redact, inDanger }, incoming), freshState);
  };
}

async function ask(door: MailDoor, { conversation, id }: Question, plan: Plan): Promise<readonly AnsweredAsk[]> {
  const answered: AnsweredAsk[] = [];
  for (const one of plan.asks) {
    const { replies, trace } = await door.desk.receive({
      conversation,
      // From the words, so that a mail that is read again after a crash finds what was answered.
      id: `${id}.${createHash('sha256').update(one.text).digest('hex').slice(0, 8)}`,
      text: one.text,
      locale: plan.language,
      channel: 'email',
      on: door.today(),
    });
    answered.push({ ask: one, replies, sure: isSure({ trace }), urgent: trace.decision === 'emergency' });
  }
  return answered;
}

async function finish(
  door: MailDoor,
  { conversation, id, where, sender, attachments }: Question,
  plan: Plan,
  answered: readonly AnsweredAsk[],
): Promise<MailOutcome> {
  const { speaker, redact } = door.current();
  const language = answered.at(-1)?.replies.at(-1)?.language ?? plan.language;
  const sections = [
    ...sectionsOf(
      answered,
      (text) => withoutLinks(redact(text).text, speaker.say(language, 'mail:link')),
      (...words) => speaker.say(...words),
    ),
    ...remarks(speaker, language, { attachments, plan }),
  ];
  const urgent = answered.some((one) => one.urgent);
  const at = door.clock().toISOString();
  const delivery = deliveryId(conversation, id);
  const draft = sender !== null || door.settings.mode === 'draft' || sections.some(({ missing }) => missing);
  if (draft && !urgent) {
    await door.drafts.put({
      ...{ id: delivery, conversation, channel: 'email', language, sections, where, at },
      ...(sender !== null && { doubt: 'other-address' }),
    });
    return { kind: 'drafted', conversation };
  }
  // Words of danger wait for no colleague, and go to nobody but who wrote.
  const content: LetterContent = { kind: 'letter', where: sender ?? where, language, sections, automatic: true };
  await door.outbox.put({ id: delivery, conversation, channel: 'email', content, due: at });
  return { kind: 'answered', conversation };
}

/** What was not read, and what was not answered. */
function remarks(
  speaker: Speaker,
  language: string,
  { attachments, plan }: { readonly attachments: number; readonly plan: Plan },
): readonly DraftSection[] {
  const said = (text: string): DraftSection => ({ heading: null, text, missing: false });
  const { questions, leftOut } = plan;
  return [
    ...(leftOut ? [said(speaker.say(language, 'conversation:left-out'))] : []),
    ...(questions > mostQuestions
      ? [said(speaker.say(language, 'mail:some-asked', { questions, answered: mostQuestions }))]
      : []),
    ...(attachments > 0 ? [said(speaker.say(language, 'mail:attachments'))] : []),
  ];
}

/** More questions than this are a letter for a person, or several mails. */
const mostQuestions = 12;
