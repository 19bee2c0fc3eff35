import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { AppError } from '../../core/errors.ts';
import type { Danger } from '../../core/danger/index.ts';
import { languageOf } from '../../conversation/reading/choose-language.ts';
import { asksPlainly } from '../../conversation/reading/find-questions.ts';
import type { Trace } from '../../conversation/reply.ts';
import { freshState, type ConversationState } from '../../conversation/state.ts';
import { titleOf } from '../../conversation/topics/answer-topic.ts';
import type { Speaker } from '../../voice/speaker.ts';
import { letIn } from '../../desk/let-in.ts';
import { redactIncoming } from '../../desk/redact-incoming.ts';
import { deliveryId } from '../../desk/speak.ts';
import type { DraftSection, LetterContent } from '../../ports/drafts.ts';
import { readVerdict, type Verdict } from './authentication.ts';
import { automatic, forged, type MailRefusal } from './refusal.ts';
import type { MailRead } from './read-mail.ts';
import type { MailDoor } from './mail-door.ts';
import { numbersFor, sendNumbers, tellOfRefused, type RefusedMail } from './numbers-letter.ts';
import { asWhole, isSure, planAsks, type Plan, type Probe } from './plan-asks.ts';
import { questionIn, refusedId, wholeOf, type Question } from './question-in.ts';
import { withoutLinks } from './without-links.ts';
import { sectionsOf, type AnsweredAsk } from './sections.ts';

/** What became of a mail. Refused ones are for a person to look at: nothing is thrown away. */
export type MailOutcome =
  | { readonly kind: 'answered' | 'drafted'; readonly conversation: string }
  | { readonly kind: 'refused'; readonly code: MailRefusal };

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
  const { speaker, hearDanger } = current();
  const phrases = (key: string) =>
    speaker.languages.flatMap((language) => speaker.list(language, `mail:reading.${key}`));
  try {
    const read = await thread.read(raw, phrases('closings'));
    const verdict = (await received.verdict?.()) ?? readVerdict(read.mail, settings.authenticationServer);
    const refused = automatic(read.mail, received.envelopeFrom ?? null, phrases('automatic')) ?? forged(verdict);
    if (refused === 'mail/forged') await tellOfRefused(door, refusedMail(read, refused));
    const hearsDanger = (text: string) => hearDanger(text) !== null;
    return refused ?? (await questionIn(read, { settings, ids, addresses, verdict, hearsDanger }));
  } catch (problem) {
    if (!(problem instanceof AppError) || !problem.code.startsWith('mail/')) throw problem;
    return problem.code as MailRefusal;
  }
}

function refusedMail(read: MailRead, refused: MailRefusal): RefusedMail {
  return { id: refusedId(read.mail), sender: read.mail.from?.address ?? '', text: wholeOf(read, false), refused };
}

async function answer(door: MailDoor, question: Question): Promise<MailOutcome> {
  const { settings, letters, today, clock, conversations, addresses, current } = door;
  const { conversation, where, id, sender, text, whole } = question;
  const { state } = await conversations.load(conversation);
  const { hearDanger, redact, inDanger, knowledge, matcher } = current();
  // Before the mail is taken apart, and before any limit: what is told over several sentences stands in none of them alone.
  const danger = hearDanger(redact(await letIn(whole, inDanger)).text, state?.heard);
  const known = { conversation: state?.language ?? null, locale: undefined, desk: knowledge.languages };
  const spoken = languageOf(text, known, matcher);
  const numbers = danger === null ? '' : numbersFor(door, danger, spoken.foreign ?? spoken.language);
  const sendNow = () => sendNumbers(door, question, { language: spoken.language, text: numbers });
  const certain = danger?.degree === 'certain';
  let sent = certain && (await sendNow());
  const letter = { recipient: (sender ?? where).to, day: today(), id };
  const allowed = await letters.allow(letter, settings.dailyMost);
  if (!allowed && danger?.degree === 'possible') sent = await sendNow();
  if (!allowed && !sent) return { kind: 'refused', code: 'mail/too-many' };
  // What is said later without a draft of its own goes to who wrote, never to an address that was only named.
  await addresses.keep(conversation, { channel: 'email', where: sender ?? where }, clock().toISOString());
  const asks = (sentence: string, language: string) => asksPlainly({ knowledge, language }, sentence);
  const inForm = state !== null && state.dialogs !== null;
  const plan = certain
    ? asWhole(text, spoken.language)
    : await planAsks(text, { inForm, most: mostQuestions, asks }, probing(door, state));
  const answered = await ask(door, question, danger === null ? plan : numbersOnTop(plan), danger);
  return finish(door, question, { plan, answered, danger, held: !allowed, sendNow, sent });
}

/** What a text would come to, by the turn itself, on nothing that was said before this mail. */
function probing({ current, today }: MailDoor, state: ConversationState | null): Probe {
  const { takeTurn, redact, inDanger } = current();
  return async (text, language, after) => {
    // A mail is asked about many times over: between two of them others are answered.
    await setImmediate();
    const locale = language ?? state?.language ?? undefined;
    const incoming = { conversation: 'probe', id: 'probe', text, channel: 'email', on: today(), locale, danger: null };
    return takeTurn(await redactIncoming({ redact, inDanger }, incoming), after?.state ?? freshState);
  };
}

/** Nothing may stand above the numbers, no heading either. */
function numbersOnTop(plan: Plan): Plan {
  return { ...plan, asks: plan.asks.map((ask, n) => (n === 0 ? { ...ask, heading: null } : ask)) };
}

/** What was heard in the whole is said once, with the first that is asked. */
async function ask(
  door: MailDoor,
  { conversation, id }: Question,
  plan: Plan,
  danger: Danger | null,
): Promise<readonly AnsweredAsk[]> {
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
      danger: answered.length === 0 ? danger : null,
    });
    answered.push({ ask: one, replies, sure: isSure({ trace }), title: titleIn(door, plan.language, trace) });
  }
  return answered;
}

/** Several questions that were answered together have their own headings. */
function titleIn({ current, today }: MailDoor, language: string, { decision, intent, intents }: Trace): string | null {
  const { knowledge, speaker } = current();
  const isTopic = intent !== null && (knowledge.answers.has(intent) || knowledge.forms.includes(intent));
  if (!isTopic || decision === 'decline' || intents.length > 1) return null;
  return titleOf({ knowledge, speaker, language, incoming: { on: today() } }, intent);
}

type Finished = {
  readonly plan: Plan;
  readonly answered: readonly AnsweredAsk[];
  readonly danger: Danger | null;
  /** Over the day's limit: nothing but the numbers goes out by itself. */
  readonly held: boolean;
  readonly sendNow: () => Promise<boolean>;
  /** Whether the numbers went out already. */
  readonly sent: boolean;
};

/** An answer, or a draft of one. Numbers wait for neither: where the answer does not reach who wrote, they went before it. */
async function finish(door: MailDoor, question: Question, finished: Finished): Promise<MailOutcome> {
  const { conversation, id, where, writer, sender } = question;
  const { danger, held, sendNow } = finished;
  const { language, sections } = letterOf(door, question, finished);
  const at = door.clock().toISOString();
  const delivery = deliveryId(conversation, id);
  const certain = danger?.degree === 'certain';
  const reachesWriter = where.to === writer.to;
  const draft =
    certain || held || sender !== null || door.settings.mode === 'draft' || sections.some(({ missing }) => missing);
  const sent = finished.sent || (!certain && danger !== null && (draft || !reachesWriter) && (await sendNow()));
  // The numbers alone were the answer.
  if (certain && sent && reachesWriter) return { kind: 'answered', conversation };
  if (draft) {
    await door.drafts.put({
      ...{ id: delivery, conversation, channel: 'email', language, sections, where, at },
      ...(sender !== null && { doubt: 'other-address' }),
    });
    return { kind: certain && sent ? 'answered' : 'drafted', conversation };
  }
  const content: LetterContent = { kind: 'letter', where, language, sections, automatic: true };
  await door.outbox.put({ id: delivery, conversation, channel: 'email', content, due: at });
  return { kind: 'answered', conversation };
}

function letterOf(
  door: MailDoor,
  { attachments }: Question,
  { plan, answered }: Finished,
): { readonly language: string; readonly sections: readonly DraftSection[] } {
  const { speaker, redact } = door.current();
  const language = answered.at(-1)?.replies.at(-1)?.language ?? plan.language;
  const quoted = (text: string) => withoutLinks(redact(text).text, speaker.say(language, 'mail:link'));
  const sections = sectionsOf(answered, quoted, (...words) => speaker.say(...words));
  return { language, sections: [...sections, ...remarks(speaker, language, { attachments, plan })] };
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
