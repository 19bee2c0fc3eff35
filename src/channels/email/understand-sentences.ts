import type { TurnResult } from '../../conversation/result/compose-result.ts';

/** What a text would come to, said by somebody new or after what was asked before it: nothing is kept. */
export type Probe = (text: string, language: string | null, after?: Pick<Probed, 'state'> | null) => Promise<Probed>;
export type Probed = Pick<TurnResult, 'trace' | 'replies' | 'state'>;

/** How a mail's sentences are listened to. */
export type Listening = {
  /** What the mail is about by its subject line. */
  readonly subject: string;
  /** Whether a sentence asks something of the desk, with or without a question mark. */
  readonly asks: (sentence: string, language: string) => boolean;
  /** Whether it names what it asks about by a word for something said before: "do I need it?" */
  readonly leans: (sentence: string, language: string) => boolean;
  /** The questions that are run together in it: "what does it cost, and do I need it?" */
  readonly questionsIn: (sentence: string, language: string) => readonly string[];
};

/** A sentence of a mail, in the order it stands. */
export type Understood = {
  readonly text: string;
  readonly asks: boolean;
  readonly probed: Probed;
  /** What the desk is told right before it, and that nobody is answered on: the subject line. */
  readonly after: string | null;
  /** It leans on what was not found, or a part of it was not heard. */
  readonly doubtful?: true;
};

type Hearing = { readonly language: string; readonly probe: Probe };
/** `aboutSubject`: what the subject line comes to by itself, found out once a mail. */
type HearingMail = Listening & Hearing & { readonly aboutSubject: () => Promise<Probed> };

/** Each sentence by itself, after the question before it, or under the subject line. */
export async function understand(
  sentences: readonly string[],
  listening: Listening,
  hearing: Hearing,
): Promise<readonly Understood[]> {
  const understood: Understood[] = [];
  let about: Promise<Probed> | null = null;
  const aboutSubject = () => (about ??= hearing.probe(listening.subject, hearing.language));
  const inMail = { ...listening, ...hearing, aboutSubject };
  for (const text of withSubject(sentences, listening, hearing.language)) {
    const whole = await understandOne(text, understood, inMail);
    understood.push(...(await inPieces(whole, understood, inMail)));
  }
  return understood;
}

/** A subject line that asks stands before the letter, where the letter does not say it again. */
function withSubject(sentences: readonly string[], { subject, asks }: Listening, language: string): readonly string[] {
  const asked = asks(subject, language) && !sentences.some((sentence) => sentence.includes(subject));
  return asked ? [subject, ...sentences] : sentences;
}

async function understandOne(text: string, before: readonly Understood[], listening: HearingMail): Promise<Understood> {
  const { subject, language, probe } = listening;
  const asks = listening.asks(text, language);
  const probed = await probe(text, language, asks ? (before.findLast(isAnswered)?.probed ?? null) : null);
  const leans = asks && listening.leans(text, language) && !isFound(probed);
  const one: Understood = { text, asks, probed, after: null, ...(leans && { doubtful: true }) };
  return !asks || subject === '' || (isSure(probed) && !leans) ? one : bySubject(one, listening);
}

/** "How long does it take?" under "carte Vitale": asked after the subject, else in one with it, where that is understood. */
async function bySubject(question: Understood, listening: HearingMail): Promise<Understood> {
  const { subject, language, probe } = listening;
  const { text, asks } = question;
  const about = await listening.aboutSubject();
  if (about.trace.decision === 'answer') {
    const probed = await probe(text, language, about);
    if (isMeant(question, probed)) return { text, asks, probed, after: subject };
  }
  const both = `${subject}: ${text}`;
  const probed = await probe(both, language);
  // What the subject comes to by itself, it comes to whatever is asked under it.
  const addsNothing = probed.trace.intent === about.trace.intent;
  if (!isMeant(question, probed) || (addsNothing && probed.trace.decision === 'dialog')) return question;
  return { text: both, asks, probed, after: null, ...(addsNothing && question.doubtful && { doubtful: true }) };
}

/**
 * Whether a question means this, now that it is said what it is about. What was understood without that is told apart by
 * it, and means nothing far from it: a subject line may be about something else.
 */
function isMeant({ probed: { trace: alone } }: Understood, { trace }: Probed): boolean {
  if (!isSure({ trace }) || !isSure({ trace: alone })) return isSure({ trace });
  if (trace.intent === alone.intent) return byWhatStoodBefore.has(trace.listener ?? '');
  return trace.intent === alone.runnerUp?.intent;
}

/** Several questions in one sentence: all of them heard in it, or each by itself; else it is doubtful. */
async function inPieces(
  whole: Understood,
  before: readonly Understood[],
  listening: HearingMail,
): Promise<readonly Understood[]> {
  const pieces = whole.asks ? listening.questionsIn(whole.text, listening.language) : [];
  const { intent, intents } = whole.probed.trace;
  const answered = new Set(intents.flatMap((one) => (one.decision === 'answer' ? [one.intent] : [])));
  if (pieces.length < 2 || answered.size >= pieces.length) return [whole];
  const parts: Understood[] = [];
  for (const piece of pieces) {
    const part = await understandOne(piece, [...before, ...parts], listening);
    parts.push({ ...part, asks: true });
  }
  const topics = new Set(parts.map(({ probed: { trace } }) => trace.intent));
  if (topics.size === 1 && topics.has(intent)) return [whole];
  const isUnderstood = parts.every(({ probed, doubtful }) => isSure(probed) && doubtful !== true);
  return isUnderstood ? parts : [{ ...whole, doubtful: true }];
}

/** "Is it compulsory?" leans on the question before it, when that was answered and asks nothing. */
function isAnswered({ asks, probed }: Understood): boolean {
  return asks && isSure(probed) && probed.trace.asking === null;
}

export function isSure({ trace }: Pick<Probed, 'trace'>): boolean {
  return !['decline', 'clarify', 'gap'].includes(trace.decision);
}

/** Whether what it leans on was found, or it says enough by itself. */
function isFound({ trace: { listener, score } }: Probed): boolean {
  return byWhatStoodBefore.has(listener ?? '') || (score ?? 0) >= saysEnough;
}

const byWhatStoodBefore: ReadonlySet<string> = new Set(['pronoun', 'follow-up']);
/** "How long does it take to receive the carte Vitale?" says itself what it asks about. */
const saysEnough = 0.85;
