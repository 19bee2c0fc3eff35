import { askedInDoubt } from '../reading/ask-in-doubt.ts';
import { withoutJoins, type Question } from '../reading/find-questions.ts';
import { isRequestAlone } from '../reading/leave-announcement.ts';
import { isQuestion } from '../reading/recognise-question.ts';
import { joined, listed, runTogether } from '../reading/split-questions.ts';
import { withText, type Situation } from '../said.ts';
import { askedBare } from './find-next-topic.ts';
import { ofEach } from '../../text/remember.ts';
import { longestMention, opensWith, opensWithOne, wordsOf } from '../../text/typed-words.ts';

/** A sentence that asks, where another question opens in it: "how do I register and how much is it". */
export function atQuestions(situation: Situation, sentence: Question): readonly Question[] {
  const cues = cuesOf(situation);
  if (cues === undefined) return [sentence];
  const lists = [shortestBare, cues.shortestQuestion].map((shortestQuestion) =>
    listed(sentence.text, { ...cues, shortestQuestion }),
  );
  const list = lists.find((pieces) => pieces.every((_, at) => asksInList(situation, pieces, at)));
  if (list === undefined && !sentence.asks) return [sentence];
  const pieces =
    list !== undefined && list.length > 1 ? list : runTogether(sentence.text, cues, openingsIn(sentence.text, cues));
  if (pieces.length < 2) return [sentence];
  const isNamed = sentence.named || !sentence.asks;
  // In a letter no question is lost: what the wish to know of its sentence opens is one.
  const opened = (text: string) => openingsIn(sentence.before === '' ? text : sentence.text, cues);
  return pieces.map((text, at) => ({
    ...pieceOf(sentence, text, at),
    asks: true,
    // "They sent me a bill in May" has a word of asking in it, and asks nothing that could be left without an answer.
    named: isNamed && (isQuestion(situation, text) || isWish(text, cues) || opensWithOne(text, opened(text))),
  }));
}

/** "I wonder whether I pay, and whether it comes back": behind a wish to know, what is joined by "whether" asks as well. */
function openingsIn(sentence: string, cues: Cues): readonly string[] {
  return isWish(sentence, cues) ? openingsOfWish(cues) : cues.anotherQuestion;
}

const openingsOfWish = ofEach(({ anotherQuestion, joins, whether }: Cues) => [
  ...anotherQuestion,
  ...joins.flatMap((join) => whether.map((word) => `${join} ${word}`)),
]);

function isWish(text: string, cues: Cues): boolean {
  return longestMention(text, cues.request) !== null || askedInDoubt(text, cues) !== null;
}

/** Two words ask where they are a whole question and do not say about what. */
function asksInList(situation: Situation, pieces: readonly string[], at: number): boolean {
  const text = pieces[at] ?? '';
  if (askedBare(withText(situation, text)) !== null) return true;
  const { shortestQuestion = 0, concludes = [] } = cuesOf(situation) ?? {};
  // "He is a minor, so do I have to sign?"
  const isPremise = opensWithOne(pieces[at + 1] ?? '', concludes);
  if (isPremise || wordsOf(text).length < shortestQuestion) return false;
  return pieceAsks(situation, text) || isBetween(situation, pieces, at);
}

/** "What is it, it is compulsory, and how much": a few words between questions ask as well. */
function isBetween(situation: Situation, pieces: readonly string[], at: number): boolean {
  const [piece = '', ...around] = [pieces[at], pieces[at - 1], pieces[at + 1]];
  const isShort = wordsOf(piece).length < fewestJoined && longestMention(piece, cuesOf(situation)?.self ?? []) === null;
  return isShort && around.every((other) => other !== undefined && pieceAsks(situation, other));
}

/**
 * A question and what is joined to it, whatever that opens with: "is the dentist free, and the glasses of my daughter are paid
 * too". What only tells is the circumstance of what follows it.
 */
export function atJoins(situation: Situation, sentence: Question): readonly Question[] {
  const cues = cuesOf(situation);
  // "Between January and the first day of classes" joins no question.
  if (cues === undefined || longestMention(sentence.text, cues.between) !== null) return [sentence];
  const opensJoined = (text: string) => opensWithOne(text, cues.joins);
  const pieces = joined(sentence.text, cues).reduce<readonly Piece[]>((before, text) => {
    const last = before.at(-1);
    const asks = pieceAsks(situation, text);
    const isJoined = before.some((piece) => piece.asks) && opensJoined(text);
    // "While I am at it" leads over to the question after it.
    const leadsOver = last !== undefined && !last.asks && asks && !opensJoined(text);
    const isOwn = last === undefined || (last.isWhole && !leadsOver);
    const piece = { text: isOwn ? text : `${last.text}, ${text}`, asks, isWhole: asks || isJoined };
    return isOwn ? [...before, piece] : [...before.slice(0, -1), piece];
  }, []);
  const isCut = pieces.every(({ text, isWhole }) => isWhole && wordsOf(text).length >= fewestJoined);
  if (!isCut) return [sentence];
  return pieces.map(({ text, asks }, at) => ({ ...pieceOf(sentence, text, at), asks }));
}

/**
 * "Are the dentist and the glasses paid": at every word that joins, however little stands between. What tells something first, or sets it
 * apart, is no list of subjects.
 */
export function atSubjects(situation: Situation, sentence: Question): readonly Question[] {
  const cues = cuesOf(situation);
  if (cues === undefined || !sentence.asks || setsApart.test(sentence.text)) return [sentence];
  if (longestMention(sentence.text, cues.between) !== null) return [sentence];
  const pieces = runTogether(sentence.text, { ...cues, shortestQuestion: 1 }, cues.joins);
  return pieces.map((text, at) => pieceOf(sentence, text, at));
}

/** What was told before a sentence was told before its first piece. */
function pieceOf(sentence: Question, text: string, at: number): Question {
  return { ...sentence, text, told: at === 0 ? sentence.told : null };
}

/** What is told up to a question goes with it; until then it is no whole piece. */
type Piece = { readonly text: string; readonly asks: boolean; readonly isWhole: boolean };

/** "I have an EHIC, must I register?": what only tells is no piece of its own. */
function pieceAsks(situation: Situation, piece: string): boolean {
  const cues = cuesOf(situation);
  if (cues === undefined || givesReason(piece, cues) || isRequestAlone(piece, cues)) return false;
  if (isQuestion(situation, piece) || longestMention(piece, cues.request) !== null) return true;
  return longestMention(piece, cues.question) !== null && longestMention(piece, cues.self) === null;
}

/** "…, because mine is in Grenoble" holds a word of asking, and "until when" opens with one of a condition. */
function givesReason(piece: string, { circumstances, question, joins }: Cues): boolean {
  const said = withoutJoins(piece, joins);
  const opened = circumstances.find((one) => opensWith(said, one));
  return opened !== undefined && !opensWithOne(said.slice(opened.length).trim(), question);
}

type Cues = NonNullable<ReturnType<typeof cuesOf>>;

function cuesOf({ knowledge, language }: Situation) {
  return knowledge.reading[language]?.cues;
}

const setsApart = /[,;:，、،；：]/u;
/** "And the hospital" is joined to a noun as well as to a question. */
const fewestJoined = 5;
const shortestBare = 2;
