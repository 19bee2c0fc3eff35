import { createHash } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import type { Danger } from '../../core/danger/index.ts';
import { isTerm } from '../../conversation/reading/says-alike.ts';
import { languageOf } from '../../conversation/reading/choose-language.ts';
import { asksInLetter } from '../../conversation/reading/find-questions.ts';
import { questionsIn } from '../../conversation/reading/split-questions.ts';
import { replyAsLines } from '../../conversation/result/write-as-lines.ts';
import { freshState, type ConversationState } from '../../conversation/state.ts';
import { letIn } from '../../desk/let-in.ts';
import { redactIncoming } from '../../desk/redact-incoming.ts';
import { deliveryId } from '../../desk/speak.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';
import type { Listening, Probe } from './understand-sentences.ts';
import type { LetterContent } from '../../ports/drafts.ts';
import { saidIn, withoutOurLines } from './already-said.ts';
import type { MailOutcome } from './mail-outcome.ts';
import { composeLetter } from './compose-letter.ts';
import type { MailDoor } from './mail-door.ts';
import { numbersFor, sendNumbers } from './numbers-letter.ts';
import { asWhole, mostQuestions, planAsks, type Plan } from './plan-asks.ts';
import type { Question } from './question-in.ts';
import { isSurelyAnswered, type AnsweredAsk } from './sure.ts';

/** One question of somebody, from their words to a letter in the outbox, or a draft. */
export async function answerQuestion(door: MailDoor, asked: Question): Promise<MailOutcome> {
  const { settings, letters, today, clock, conversations, addresses, current, journal } = door;
  const { conversation, where, id, sender, whole } = asked;
  const { state } = await conversations.load(conversation);
  const said = state === null ? [] : await saidIn(journal, conversation);
  const written = withoutOurLines(asked.text, said.map(replyAsLines));
  const text = written === '' ? asked.text : written;
  const question = { ...asked, text };
  const { hearDanger, redact, inDanger, knowledge, matcher } = current();
  // Before the mail is taken apart, and before any limit: what is told over several sentences stands in none of them alone.
  const heard = redact(await letIn(whole, inDanger)).text;
  await setImmediate();
  const danger = hearDanger(heard, state?.heard);
  if (written === '' && danger === null) return { kind: 'refused', code: 'mail/nothing-asked' };
  const { languages: desk, originals } = knowledge;
  const saysAlike = (language: string) => isTerm(knowledge, text, language);
  const known = { conversation: state?.language ?? null, locale: undefined, desk, originals, saysAlike };
  await setImmediate();
  const spoken = languageOf(text, known, matcher);
  const numbers = danger === null ? '' : numbersFor(door, danger, spoken.foreign ?? spoken.language);
  const sendNow = () => sendNumbers(door, question, { language: spoken.language, text: numbers });
  const certain = danger?.degree === 'certain';
  let sent = certain && (await sendNow());
  const pending = state === null ? undefined : (said.at(-1)?.asking ?? null);
  const plan = certain ? asWhole(text, spoken.language) : await planned(door, question, { state, pending });
  if (danger === null && plan.onlyCourtesy) return { kind: 'refused', code: 'mail/only-courtesy' };
  const letter = { recipient: (sender ?? where).to, day: today(), id };
  const allowed = await letters.allow(letter, settings.dailyMost);
  if (!allowed && danger?.degree === 'possible') sent = await sendNow();
  if (!allowed && !sent) return { kind: 'refused', code: 'mail/too-many' };
  // What is said later without a draft of its own goes to who wrote, never to an address that was only named.
  await addresses.keep(conversation, { channel: 'email', where: sender ?? where }, clock().toISOString());
  const answered = await ask(door, question, { plan, danger, pending });
  // A colleague has it: nothing is written to anybody but the numbers.
  if (answered.length > 0 && answered.every(({ trace }) => trace.decision === 'held')) {
    if (danger !== null && !sent) await sendNow();
    return { kind: 'answered', conversation };
  }
  return finish(door, question, { plan, answered, danger, held: !allowed, sendNow, sent });
}

function planned(
  door: MailDoor,
  { text, subject }: Question,
  { state, pending }: { readonly state: ConversationState | null; readonly pending: string | null | undefined },
): Promise<Plan> {
  const { knowledge } = door.current();
  const listening = listeningTo(knowledge, subject);
  const probe = probing(door, state);
  const isOpen = state !== null && state.dialogs !== null;
  const taken = async (said: string) =>
    state !== null && isSurelyAnswered((await probe(said, state.language, { state })).trace, pending);
  const formAfter = (topic: string | null) => knowledge.answers.get(topic ?? '')?.offers;
  const planning = { ...listening, goesOn: isOpen ? taken : null, formAfter, caseForm: knowledge.forms[0] };
  return planAsks(text, planning, probe);
}

function listeningTo(knowledge: Knowledge, subject: string): Listening {
  const cuesOf = (language: string) => knowledge.reading[language]?.cues;
  return {
    subject,
    asks: (sentence, language) => asksInLetter({ knowledge, language }, sentence),
    leans: (sentence, language) => {
      const asked = sentence.slice(sentence.search(/[^:：]*$/));
      const pronouns = cuesOf(language)?.reference ?? [];
      return wordsOf(asked).length <= longestLeaning && longestMention(asked, pronouns) !== null;
    },
    questionsIn: (sentence, language) => {
      const cues = cuesOf(language);
      return cues === undefined ? [sentence] : questionsIn(sentence, cues);
    },
  };
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

type Asking = {
  readonly plan: Plan;
  readonly danger: Danger | null;
  /** What the desk asked last; undefined where the conversation begins. */
  readonly pending: string | null | undefined;
};

/** What was heard in the whole is said once, with the first that is asked. */
async function ask(
  door: MailDoor,
  { conversation, id }: Question,
  { plan, danger, pending }: Asking,
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
    const before = answered.at(-1)?.trace.asking ?? pending;
    const score = trace.score === null ? null : Math.max(trace.score, one.byItself ?? 0);
    const sure = one.doubtful !== true && isSurelyAnswered({ ...trace, score }, before);
    answered.push({ ask: one, replies, trace, sure });
  }
  return answered;
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
  const { conversation, id, where, writer, doubt } = question;
  const { danger, held, sendNow, plan, answered } = finished;
  const letter = composeLetter(door, question, { plan, answered, onTop: danger !== null });
  const at = door.clock().toISOString();
  const delivery = deliveryId(conversation, id);
  const certain = danger?.degree === 'certain';
  const reachesWriter = where.to === writer.to;
  const sure =
    plan.found &&
    !plan.leftOut &&
    plan.questions <= mostQuestions &&
    answered.every(({ sure: surely, ask: { silent } }) => surely || silent === true);
  const draft = certain || held || doubt !== null || door.settings.mode === 'draft' || !sure;
  const sent = finished.sent || (!certain && danger !== null && (draft || !reachesWriter) && (await sendNow()));
  // The numbers alone were the answer.
  if (certain && sent && reachesWriter) return { kind: 'answered', conversation };
  if (draft) {
    const looked = doubt ?? (question.isLost ? 'thread-unknown' : null);
    await door.drafts.put({
      ...{ id: delivery, conversation, channel: 'email', where, at },
      ...letter,
      ...(looked !== null && { doubt: looked }),
    });
    return { kind: certain && sent ? 'answered' : 'drafted', conversation };
  }
  const content: LetterContent = { kind: 'letter', where, ...letter, automatic: true };
  await door.outbox.put({ id: delivery, conversation, channel: 'email', content, due: at });
  return { kind: 'answered', conversation };
}

/** A longer question names what it is about. */
const longestLeaning = 9;
