import { parseChoice, type ChoiceValue } from '../../conversation/choices/choice-value.ts';
import { bothEnds, readAtEitherEnd, withoutRuns } from '../../conversation/reading/keep-both-ends.ts';
import { isLong } from '../../conversation/reading/find-questions.ts';
import type { Reply, Trace } from '../../conversation/reply.ts';
import { sentencesInMail } from './split-questions.ts';
import {
  isSure,
  understand,
  type Listening,
  type Probe,
  type Probed,
  type Understood,
} from './understand-sentences.ts';

/** One message to the desk, and the question that its answer stands under. */
export type Ask = {
  /** As the person wrote it; null where it is no question of its own. */
  readonly heading: string | null;
  readonly text: string;
  /** Where it stands in the mail: answers stand in that order, whatever is asked last for the form's sake. */
  readonly place: number;
  /** Said so that what follows is understood: its answer stands in no letter. */
  readonly silent?: true;
  /** It may mean something else than what it is answered with: a person looks first. */
  readonly doubtful?: true;
  /** How surely its question was understood by itself, where it comes to the same in its circumstances. */
  readonly byItself?: number;
};

export type Plan = {
  readonly language: string;
  readonly asks: readonly Ask[];
  /** How many questions the mail holds; more than are asked where it is a long letter. */
  readonly questions: number;
  /** Whether any was recognised; an answer to the desk's own question counts as one. */
  readonly found: boolean;
  /** Greetings and thanks: nobody waits for an answer. */
  readonly onlyCourtesy: boolean;
  /** The middle of a long letter was not read, and no answer of the desk's says so. */
  readonly leftOut: boolean;
};

type Planning = Listening & {
  /** Whether a text is taken by the form that is open; null where none is. */
  readonly goesOn: ((text: string) => Promise<boolean>) | null;
  /** The form that a topic's answer leads to. */
  readonly formAfter: (topic: string | null) => string | undefined;
  /** The form that somebody's circumstances alone begin. */
  readonly caseForm: string | undefined;
};

/**
 * What of a mail is asked of the desk, message by message. Each question goes alone; where it opens a form about the
 * student's own case, with what they told of themselves; a form that asks back goes last, so that the answer to this mail
 * goes on with it. While a form is open, what is told first is the answer to it. What was told in a short mail and no question
 * took up is answered by itself, after the questions, where there is an answer.
 */
export async function planAsks(text: string, planning: Planning, probe: Probe): Promise<Plan> {
  const { subject, goesOn } = planning;
  const whole = await probe(text, null);
  const { language } = whole.trace;
  if (isForeign(whole.trace)) return asWhole(text, language);
  const ends = bothEnds(withoutRuns(text), readAtEitherEnd);
  const sentences = sentencesInMail(ends.text).slice(0, mostSentences);
  const understood = await understand(sentences, planning, { language, probe });
  const questions = questionsOf(understood, planning);
  const [first] = questions;
  if (first === undefined) {
    const answer = goesOn === null ? null : await answerIn(text, goesOn);
    if (answer !== null) return { ...asWhole(answer, language), found: true };
    const onlyCourtesy = understood.length > 0 && understood.every(isCourtesy);
    return { ...(await withoutQuestion(text, whole, { subject, probe })), onlyCourtesy };
  }
  const told = understood.filter((sentence) => !questions.includes(sentence) && !isCourtesy(sentence));
  const place = (sentence: Understood) => understood.indexOf(sentence);
  const opening = goesOn !== null ? told.filter((sentence) => place(sentence) < place(first)) : [];
  const context = goesOn !== null ? '' : joined(told);
  const about = new Set(told.map(({ probed: { trace } }) => trace.intent));
  const asked: Awaited<ReturnType<typeof inContext>>[] = [];
  // One after the other: side by side they would hold up everybody else for as long as all of them take.
  for (const question of questions.slice(0, mostQuestions)) {
    asked.push(await inContext(question, { place: place(question), context, about, language, probe, planning }));
  }
  const asks = [
    ...(opening.length > 0 ? [{ heading: null, text: joined(opening), place: -1 }] : []),
    ...asked.filter(({ asksBack }) => !asksBack).flatMap(({ asks: each }) => each),
    ...asked.filter(({ asksBack }) => asksBack).flatMap(({ asks: each }) => each),
  ];
  const takenUp = asks.some(({ heading, text: said }) => heading !== said) || questions.length > mostQuestions;
  const onItsOwn = takenUp || isLong(text) ? [] : told.filter(isAnsweredStatement);
  return {
    ...{ language, questions: questions.length, leftOut: ends.leftOut, found: true, onlyCourtesy: false },
    asks: [...asks, ...onItsOwn.map((one) => alone(one, place(one)))],
  };
}

/** A mail that is not taken apart: what it is about as a whole is all there is to say. */
export function asWhole(text: string, language: string): Plan {
  const asks = [{ heading: null, text, place: 0 }];
  return { language, asks, questions: 1, leftOut: false, found: false, onlyCourtesy: false };
}

/** Nobody asked plainly: for a person, with what the subject line makes of it. */
async function withoutQuestion(
  text: string,
  whole: Probed,
  { subject, probe }: { readonly subject: string; readonly probe: Probe },
): Promise<Plan> {
  const { language } = whole.trace;
  const both = `${subject}: ${text}`;
  const isBetter = subject !== '' && !isSure(whole) && isSure(await probe(both, language));
  return asWhole(isBetter ? both : text, language);
}

/** What of a mail answers the open form: what stands above a name, all of it, its first paragraph, its first line; or nothing. */
async function answerIn(text: string, goesOn: NonNullable<Planning['goesOn']>): Promise<string | null> {
  const [unsigned = text] = text.split(/\n\s*\n(?=(?:\p{Lu}[\p{L}.'’-]*[^\S\n]*){1,4}(?:\n|$))/u);
  const [paragraph = text] = text.split(/\n\s*\n/);
  const [line = text] = text.split('\n');
  for (const part of new Set([unsigned, text, paragraph, line])) if (await goesOn(part)) return part;
  return null;
}

function alone({ text, doubtful }: Understood, place: number): Ask {
  return { heading: text, text, place, ...(doubtful && { doubtful }) };
}

function isAnsweredStatement({ probed: { trace } }: Understood): boolean {
  return trace.decision === 'answer' && (trace.score ?? 0) >= sureOfStatement;
}

/** What the desk is told along with a question: the circumstances only where they change what it comes to. */
async function inContext(
  question: Understood,
  told: {
    readonly place: number;
    readonly context: string;
    /** What the circumstances alone would be answered with. */
    readonly about: ReadonlySet<string | null>;
    readonly language: string;
    readonly probe: Probe;
    readonly planning: Pick<Planning, 'formAfter'>;
  },
): Promise<{ readonly asks: readonly Ask[]; readonly asksBack: boolean }> {
  const { place, context, about, language, probe, planning } = told;
  const { probed, text, after } = question;
  const silent: readonly Ask[] = after === null ? [] : [{ heading: null, text: after, place, silent: true }];
  const bare = { asks: [...silent, alone(question, place)], asksBack: probed.trace.asking !== null };
  const forms = formsOffered(probed);
  if (context === '' || (isSure(probed) && forms.length === 0 && !bare.asksBack)) return bare;
  const both = `${context} ${text}`;
  const withAll = await probe(both, language);
  const { decision, intent, intents, asking } = withAll.trace;
  const opened = [intent, ...intents.map((one) => (one.decision === 'dialog' ? one.intent : null))];
  const leadsTo = [...forms, planning.formAfter(probed.trace.intent)];
  // A question gives way to the form that it opens or leads to, and to no other.
  const isOffered = opened.some((form) => form !== null && leadsTo.includes(form));
  const opensForm = decision === 'dialog' && isOffered;
  const startsBeneath = decision === 'answer' && intent === probed.trace.intent && probed.trace.asking !== null;
  const understood = !isSure(probed) && isSure(withAll) && (decision === 'dialog' || !about.has(intent));
  if (!opensForm && !startsBeneath && !understood) return bare;
  // The circumstances may have begun the form, whatever was asked.
  const doubtful = decision === 'dialog' && !isSure(probed);
  const byItself = intent === probed.trace.intent ? (probed.trace.score ?? 0) : 0;
  return {
    asks: [{ ...alone(question, place), text: both, byItself, ...(doubtful && { doubtful }) }],
    asksBack: asking !== null,
  };
}

/** The form that a text opens, and those that its answer offers. */
function formsOffered({ trace, replies }: Probed): readonly string[] {
  const topics = offered(replies).flatMap((choice) => (choice.kind === 'topic' ? [choice.topic] : []));
  return trace.decision === 'dialog' && trace.intent !== null ? [trace.intent, ...topics] : topics;
}

/** Where something is asked, what only tells of somebody's own case is told for it: it opens no form of its own. */
function questionsOf(understood: readonly Understood[], { caseForm }: Planning): readonly Understood[] {
  const questions = understood.filter(isQuestion);
  const isAsked = questions.some(({ asks }) => asks);
  const asksBack = questions.some(({ asks, probed }) => asks && probed.trace.asking !== null);
  return questions.filter(({ asks, probed: { trace } }) => {
    const tells = asksBack || (isAsked && trace.intent === caseForm && trace.listener === 'own-case');
    return asks || !tells || trace.decision === 'handover';
  });
}

/** Also what is asked without a question mark: a person, or what a form is for. */
function isQuestion({ asks, probed: { trace } }: Understood): boolean {
  if (asks) return trace.decision !== 'smalltalk';
  return trace.decision === 'handover' || (trace.decision === 'dialog' && (trace.score ?? 0) >= sureOfForm);
}

function isCourtesy({ probed }: Understood): boolean {
  const { decision, intent } = probed.trace;
  // A yes or a no that is only acknowledged was said to something.
  return decision === 'command' || (decision === 'smalltalk' && intent !== null);
}

/** It was said in the student's language that the desk does not speak it. */
export function isForeign({ listener }: Trace): boolean {
  return listener === 'foreign-language';
}

function offered(replies: readonly Reply[]): readonly ChoiceValue[] {
  return replies.flatMap(({ choices }) => choices.flatMap(({ value }) => parseChoice(value) ?? []));
}

function joined(sentences: readonly Pick<Understood, 'text'>[]): string {
  return sentences.map(({ text }) => (/[.!?:;]$/.test(text) ? text : `${text}.`)).join(' ');
}

/** More questions than this are a letter for a person, or several mails. */
export const mostQuestions = 12;
/** More is a letter for a person: its beginning is read. */
const mostSentences = 80;
/** A statement only comes near what an answer is about, where a question hits it. */
const sureOfStatement = 0.65;
/** Below it, a form was opened for what the sentence tells, not for what it asks. */
const sureOfForm = 0.6;
