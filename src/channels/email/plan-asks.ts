import { parseChoice, type ChoiceValue } from '../../conversation/choices/choice-value.ts';
import { bothEnds, readAtEitherEnd, withoutRuns } from '../../conversation/reading/keep-both-ends.ts';
import { isLong } from '../../conversation/reading/find-questions.ts';
import type { Reply } from '../../conversation/reply.ts';
import type { TurnResult } from '../../conversation/result/compose-result.ts';
import { sentencesInMail } from './split-questions.ts';

/** What a text would come to, said by somebody new or after what was asked before it: nothing is kept. */
export type Probe = (text: string, language: string | null, after?: Probed | null) => Promise<Probed>;
export type Probed = Pick<TurnResult, 'trace' | 'replies' | 'state'>;

/** One message to the desk, and the question that its answer stands under. */
export type Ask = { readonly heading: string | null; readonly text: string };

export type Plan = {
  readonly language: string;
  readonly asks: readonly Ask[];
  /** How many questions the mail holds; more than are asked where it is a long letter. */
  readonly questions: number;
  /** The middle of a long letter was not read, and no answer of the desk's says so. */
  readonly leftOut: boolean;
};

type Planning = {
  readonly inForm: boolean;
  /** Questions that are asked at most. */
  readonly most: number;
  /** Whether a sentence asks something of the desk, with or without a question mark. */
  readonly asks: (sentence: string, language: string) => boolean;
};

/** A sentence of a mail, in the order it stands. */
type Sentence = { readonly text: string; readonly asks: boolean };
type Understood = Sentence & { readonly probed: Probed };

/**
 * What of a mail is asked of the desk, message by message. Each question goes alone; where it opens a form about the
 * student's own case, with what they told of themselves; a form that asks back goes last, so that the answer to this mail
 * goes on with it. While a form is open, what is told first is the answer to it. What was told in a short mail and no question
 * took up is answered by itself, after the questions, where there is an answer.
 */
export async function planAsks(
  text: string,
  { inForm, most, asks: asksPlainly }: Planning,
  probe: Probe,
): Promise<Plan> {
  const whole = await probe(text, null);
  const { language } = whole.trace;
  if (offersLanguages(whole)) return asWhole(text, language);
  const understood: Understood[] = [];
  const ends = bothEnds(withoutRuns(text), readAtEitherEnd);
  for (const sentence of sentencesInMail(ends.text).slice(0, mostSentences)) {
    const asks = asksPlainly(sentence, language);
    const before = asks ? (understood.findLast(isAnswered)?.probed ?? null) : null;
    understood.push({ text: sentence, asks, probed: await probe(sentence, language, before) });
  }
  const questions = questionsOf(understood);
  const [first] = questions;
  if (first === undefined) return asWhole(text, language);
  const told = understood.filter((sentence) => !questions.includes(sentence) && !isCourtesy(sentence));
  const opening = inForm ? told.filter((sentence) => understood.indexOf(sentence) < understood.indexOf(first)) : [];
  const context = inForm ? '' : joined(told);
  const asked: Awaited<ReturnType<typeof inContext>>[] = [];
  // One after the other: side by side they would hold up everybody else for as long as all of them take.
  for (const question of questions.slice(0, most)) asked.push(await inContext(question, context, language, probe));
  const asks = [
    ...(opening.length > 0 ? [{ heading: null, text: joined(opening) }] : []),
    ...asked.filter(({ asksBack }) => !asksBack).map(({ ask }) => ask),
    ...asked.filter(({ asksBack }) => asksBack).map(({ ask }) => ask),
  ];
  const takenUp = asks.some(({ heading, text: said }) => heading !== said) || questions.length > most;
  const onItsOwn =
    takenUp || isLong(text)
      ? []
      : told.filter(({ probed: { trace } }) => trace.decision === 'answer' && (trace.score ?? 0) >= sureOfStatement);
  return { language, questions: questions.length, asks: [...asks, ...onItsOwn.map(alone)], leftOut: ends.leftOut };
}

/** A mail that is not taken apart: what it is about as a whole is all there is to say. */
export function asWhole(text: string, language: string): Plan {
  return { language, asks: [{ heading: null, text }], questions: 1, leftOut: false };
}

function alone({ text }: Sentence): Ask {
  return { heading: text, text };
}

/** What the desk is told along with a question: the circumstances only where they change what it comes to. */
async function inContext(
  question: Understood,
  context: string,
  language: string,
  probe: Probe,
): Promise<{ readonly ask: Ask; readonly asksBack: boolean }> {
  const { probed, text } = question;
  const bare = { ask: alone(question), asksBack: probed.trace.asking !== null };
  const forms = formsOffered(probed);
  if (context === '' || (isSure(probed) && forms.length === 0 && !bare.asksBack)) return bare;
  const told = `${context} ${text}`;
  const withAll = await probe(told, language);
  const { decision, intent, intents, asking } = withAll.trace;
  const opened = [intent, ...intents.map((one) => (one.decision === 'dialog' ? one.intent : null))];
  const isOffered = bare.asksBack || opened.some((form) => form !== null && forms.includes(form));
  const opensForm = decision === 'dialog' && isOffered;
  const startsBeneath = decision === 'answer' && intent === probed.trace.intent && probed.trace.asking !== null;
  const understood = !isSure(probed) && isSure(withAll);
  return opensForm || startsBeneath || understood
    ? { ask: { heading: text, text: told }, asksBack: asking !== null }
    : bare;
}

/** The form that a text opens, and those that its answer offers. */
function formsOffered({ trace, replies }: Probed): readonly string[] {
  const topics = offered(replies).flatMap((choice) => (choice.kind === 'topic' ? [choice.topic] : []));
  return trace.decision === 'dialog' && trace.intent !== null ? [trace.intent, ...topics] : topics;
}

/** "Is it compulsory?" leans on the question before it, when that was answered and asks nothing. */
function isAnswered({ asks, probed }: Understood): boolean {
  return asks && isSure(probed) && probed.trace.asking === null;
}

/** Where a question asks back about the student's own case, what only tells of it is told for that question. */
function questionsOf(understood: readonly Understood[]): readonly Understood[] {
  const questions = understood.filter(isQuestion);
  const asksBack = questions.some(({ asks, probed }) => asks && probed.trace.asking !== null);
  return questions.filter(({ asks, probed }) => asks || !asksBack || probed.trace.decision === 'handover');
}

/** Also what is asked without a question mark: a person, or what a form is for. */
function isQuestion({ asks, probed: { trace } }: Understood): boolean {
  if (asks) return trace.decision !== 'smalltalk';
  return trace.decision === 'handover' || (trace.decision === 'dialog' && (trace.score ?? 0) >= sureOfForm);
}

function isCourtesy({ probed }: Understood): boolean {
  return probed.trace.decision === 'smalltalk' || probed.trace.decision === 'command';
}

export function isSure({ trace }: Pick<Probed, 'trace'>): boolean {
  return !['decline', 'clarify', 'gap'].includes(trace.decision);
}

function offersLanguages({ replies }: Probed): boolean {
  return offered(replies).some(({ kind }) => kind === 'language');
}

function offered(replies: readonly Reply[]): readonly ChoiceValue[] {
  return replies.flatMap(({ choices }) => choices.flatMap(({ value }) => parseChoice(value) ?? []));
}

function joined(sentences: readonly Sentence[]): string {
  return sentences.map(({ text }) => (/[.!?:;]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** More is a letter for a person: its beginning is read. */
const mostSentences = 80;
/** A statement only comes near what an answer is about, where a question hits it. */
const sureOfStatement = 0.65;
/** Below it, a form was opened for what the sentence tells, not for what it asks. */
const sureOfForm = 0.6;
