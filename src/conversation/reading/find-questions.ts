import { isWhole } from '../commands/read-command.ts';
import type { Situation } from '../said.ts';
import { closesAsQuestion } from '../../text/question-mark.ts';
import { endsWithOne, longestMention, opensWith, opensWithOne, spellings, wordsOf } from '../../text/typed-words.ts';
import { isQuestion } from './recognise-question.ts';
import { isRequestAlone, withoutAnnouncement } from './leave-announcement.ts';
import { askedInDoubt, asksBehindComma } from './ask-in-doubt.ts';
import { cutAtWish } from './cut-at-wish.ts';
import { bothEndsOf, itemsIn, partsOf } from './split-questions.ts';

/** A sentence that may ask something. */
export type Question = {
  readonly text: string;
  /** What was told right before it: "I have asked for the card. How long does it take?" */
  readonly told: string | null;
  /** What was told since the question before it, its last sentences. */
  readonly toldSince: string;
  /** All that stands before it in a tale. */
  readonly before: string;
  /** The last sentences before it, itself among them: what it leans on in a tale. */
  readonly lead: string;
  /** Whether it asks by its mark or by its words; a statement may be a question in few words: "price of RC". */
  readonly asks: boolean;
  /** Whether it is said where it is not understood: "can you help me?" asks nothing of its own. */
  readonly named: boolean;
};

export type Asking = {
  readonly questions: readonly Question[];
  /** Whether the questions stand in a tale: what else is said is told, and asks nothing, but what one wants to have or to do. */
  readonly isTale: boolean;
  /** The sentences that tell, a greeting too. */
  readonly told: readonly string[];
};

type Reading = Pick<Situation, 'knowledge' | 'language'>;
type Spoken = Reading & Pick<Situation, 'incoming'>;

/** What a message asks, decided before anything is divided or matched. Greetings, thanks and what is told ask nothing. */
export function askingOf(situation: Spoken): Asking {
  const { text } = situation.incoming;
  const isTale = isLong(text);
  const { announces = [], request = [], question = [] } = cuesOf(situation) ?? {};
  const whether = cuesOf(situation)?.whether ?? [];
  const announced = partsOf(text).map((part) => ({ part, said: withoutAnnouncement(part, announces) }));
  const said = announced.map((one) => one.said);
  const behindAnnouncement = announced
    .filter(({ part, said: rest }) => rest !== part && opensWithOne(rest, [...question, ...whether]))
    .map((one) => one.said);
  const whole = said.filter((part) => said.length === 1 || !isRequestAlone(part, { request, question, announces }));
  const listed = itemsAsked(situation, whole);
  const parts = isTale ? whole.flatMap((part) => (listed.includes(part) ? [part] : cutAtWish(situation, part))) : whole;
  const marked = parts.some(closesAsQuestion);
  const asked = parts.map(
    (part) =>
      asksByItself(situation, part, { marked, isTale }) ||
      (parts.length > 1 && isInDoubt(situation, part)) ||
      listed.includes(part) ||
      (isTale && behindAnnouncement.includes(part)),
  );
  const sentences = parts.map((part, at) => {
    const asks = asked[at] === true;
    const since = asked.slice(0, at).lastIndexOf(true) + 1;
    const lastTold = parts.slice(Math.max(since, at - sentencesLeading), at);
    const told = lastTold.at(-1) ?? null;
    const toldSince = lastTold.join(' ');
    const before = isTale ? parts.slice(0, at).join(' ') : '';
    const lead = parts.slice(Math.max(0, at - sentencesLeading), at + 1).join(' ');
    return { text: part, told, toldSince, before, lead, asks, named: asks && !asksNothing(situation, part) };
  });
  const asking = sentences.filter(({ asks }) => asks);
  const others = isTale
    ? sentences.filter(({ text: part }) => longestMention(part, cuesOf(situation)?.wish ?? []) !== null)
    : asking.length === 0
      ? sentences
      : sentences.filter((one, at) => isInFewWords(situation, one) || isJoined(situation, one, sentences[at - 1]));
  const questions = sentences.filter((one) => one.asks || others.includes(one));
  const told = sentences.filter((one) => !questions.includes(one)).map((one) => one.text);
  return { questions: bothEndsOf(questions), isTale, told: bothEndsOf(told) };
}

/** A message of many words is a tale around what it asks. */
export function isLong(text: string): boolean {
  return wordsOf(text).length > longestPlain;
}

/** Who uses question marks ends a question with one: "When I came, I was ill." opens with a word of asking and tells. */
function asksByItself(
  situation: Spoken,
  part: string,
  { marked, isTale }: { readonly marked: boolean; readonly isTale: boolean },
): boolean {
  const cues = cuesOf(situation);
  if (isPlain(situation, part)) return true;
  const isTold = marked && /[.!…]$/u.test(part);
  if (!isTale || cues === undefined) return !isTold && isQuestion(situation, part);
  // "Do I have to choose a doctor there." never only tells, also without its mark.
  return asksBy(part, isTold ? cues.opensQuestion : cues.question, cues);
}

/** By how it opens, by what stands behind its comma, or by its end: "ça se rembourse comment". */
function asksBy(part: string, openings: readonly string[], cues: Cues): boolean {
  const opens = opensWithOne(withoutJoins(part, cues.joins), openings);
  const holds = longestMention(part, cues.asksAnywhere) !== null;
  return opens || holds || asksBehindComma(part, cues) || endsWithOne(part, cues.closesQuestion);
}

type Cues = NonNullable<ReturnType<typeof cuesOf>>;

/** "I don't know if it has to be translated": told of oneself, and asked. */
function isInDoubt(situation: Reading, part: string): boolean {
  const cues = cuesOf(situation);
  return cues !== undefined && askedInDoubt(part, cues) !== null;
}

/** "Please tell me: - whether she can stay - what the consulate means": where most items of a list ask, all of them do. */
function itemsAsked(situation: Spoken, parts: readonly string[]): readonly string[] {
  const { question = [], whether = [], announces = [] } = cuesOf(situation) ?? {};
  const items = itemsIn(situation.incoming.text).filter((item) => parts.includes(item));
  const asking = items.filter((item) => isPlain(situation, item) || opensWithOne(item, [...question, ...whether]));
  const [, above = ''] = lineAboveList.exec(situation.incoming.text) ?? [];
  const isAnnounced = longestMention(above, announces) !== null;
  return isAnnounced || asking.length * 2 > items.length ? items : [];
}

/** "And one more thing, how do I …" */
export function withoutJoins(part: string, joins: readonly string[]): string {
  const [said = part] = spellings(part);
  const [join] = joins.filter((one) => opensWith(said, one)).sort((a, b) => b.length - a.length);
  return join === undefined ? said : withoutJoins(said.slice(join.length).trim(), joins);
}

/** Whether a sentence of a letter asks something of the desk: also by what its writer does not know. */
export function asksInLetter(spoken: Reading, sentence: string): boolean {
  return asksPlainly(spoken, sentence) || (isInDoubt(spoken, sentence) && !asksNothing(spoken, sentence));
}

/** Whether a sentence asks something of the desk: by its mark, or by a wish to know. */
export function asksPlainly(spoken: Reading, sentence: string): boolean {
  return isPlain(spoken, sentence) && !asksNothing(spoken, sentence);
}

function isPlain(spoken: Reading, part: string): boolean {
  return closesAsQuestion(part) || longestMention(part, cuesOf(spoken)?.request ?? []) !== null;
}

function asksNothing(situation: Reading, part: string): boolean {
  const reading = situation.knowledge.reading[situation.language];
  return reading !== undefined && isWhole(part, reading.cues.asksNothing, reading);
}

/** "Price of RC too": beside a question, a line of a few words that tells nothing of oneself asks as well. */
function isInFewWords(situation: Spoken, { text }: Question): boolean {
  const few = wordsOf(text).length <= fewWords && !/[.!]$/u.test(text);
  return few && longestMention(text, cuesOf(situation)?.self ?? []) === null;
}

/** "Do I pay the CVEC? And the doctor at the university he is free": who goes on after a question goes on asking. */
function isJoined(situation: Spoken, { text }: Question, before: Question | undefined): boolean {
  const joins = cuesOf(situation)?.joins ?? [];
  return before?.asks === true && !/[.!…]$/u.test(text) && opensWithOne(text, joins);
}

function cuesOf({ knowledge, language }: Reading) {
  return knowledge.reading[language]?.cues;
}

/** "Here are my questions:" */
const lineAboveList = /([^\n]+)[:：]\s*\n+\s*(?:[-*•–]|\(?(?:\d{1,2}[.)]|[a-h]\)))/u;
const fewWords = 6;
const sentencesLeading = 3;
const longestPlain = 60;
