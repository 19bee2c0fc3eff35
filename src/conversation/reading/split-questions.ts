import { ofEach } from '../../text/remember.ts';
import { longestMention, wordsOf } from '../../text/typed-words.ts';

/** What the language says of questions that stand together; see `cues` of reading.yaml. */
export type QuestionCues = {
  readonly anotherQuestion: readonly string[];
  readonly joins: readonly string[];
  readonly shortestQuestion: number;
};

/**
 * Splits a message into the questions it holds: sentences, lines, list items, and questions run together by a word that
 * opens another ("… and how much"). Greetings stay with what follows.
 */
export function questionsIn(text: string, cues: QuestionCues): readonly string[] {
  return bothEndsOf(partsOf(text).flatMap((part) => runTogether(part, cues)));
}

/** Sentences, list items and lines; a line that was only wrapped goes on in the next. */
export function partsOf(text: string): readonly string[] {
  return cutParts(text).map(withoutMark);
}

/** Of the same parts those that a list opens: "- which form", "a) how much". */
export function itemsIn(text: string): readonly string[] {
  const items = cutParts(text).filter((part) => itemMark.test(part));
  return items.length < fewestItems ? [] : items.map(withoutMark);
}

function cutParts(text: string): readonly string[] {
  return text
    .replaceAll(wrapped, ' ')
    .split(
      /(?<=[?!][)\]”»]?)\s+|(?<=[?!])(?=\p{Script=Han})|(?<=\p{Script=Han}[?!])(?=\p{L})|(?<=[？！。；؟؛])\s*|(?<=\p{L}{2}\s?[)\]”»"]?[.;])\s+|(?<=\d{4}\.)\s+(?=\p{Lu})|\r?\n+|\s+(?=\(?(?:\d[.)]|[a-h]\))\s*\p{L})/u,
    )
    .filter((part) => /\p{L}{2}/u.test(withoutMark(part)));
}

function withoutMark(part: string): string {
  return part.replace(closedBefore, '').replace(itemMark, '').trim();
}

/** More than this in one message is a letter for a person: its beginning and its end are read. */
export function bothEndsOf<Part>(parts: readonly Part[]): readonly Part[] {
  return parts.length <= mostQuestions
    ? parts
    : [...parts.slice(0, mostQuestions / 2), ...parts.slice(-mostQuestions / 2)];
}

/** "How do I register and how much is it": only where both sides are long enough to be questions. */
export function runTogether(
  part: string,
  cues: QuestionCues,
  openings: readonly string[] = cues.anotherQuestion,
): readonly string[] {
  if (longestMention(part, openings) === null) return [part];
  // What opens is read over: of "y cuánto" and "cuánto cuesta", which overlap, the first.
  const starts = Array.from(part.matchAll(openingOf(openings)), ({ 0: whole, 1: opens = '', index }) => ({
    before: index,
    at: index + whole.length - opens.length,
  }));
  const ends = [...starts.map(({ before }) => before), part.length];
  return longEnough(
    [0, ...starts.map(({ at }) => at)].map((at, number) => part.slice(at, ends[number])),
    ' ',
    cues,
  );
}

const openingOf = ofEach((openings: readonly string[]) => {
  const opens = openings.toSorted((a, b) => b.length - a.length).map(escaped);
  return new RegExp(`(?:\\s*,)?\\s+(${opens.join('|')})(?![\\p{L}\\p{N}])`, 'giu');
});

/** "What is it, is it free, and how do I pay?": at its commas and at what opens another. */
export function listed(part: string, cues: QuestionCues): readonly string[] {
  return cutAt(/\s*,\s+|\s*[，、،]\s*/u, part, cues, cues.anotherQuestion);
}

/** "The dentist is free, and my daughter's glasses": at its commas and at every word that joins, whatever it opens with. */
export function joined(part: string, cues: QuestionCues): readonly string[] {
  return cutAt(/\s*[,;:]\s+|\s*[，、،；：]\s*/u, part, cues, openingsAndJoins(cues));
}

const openingsAndJoins = ofEach(({ anotherQuestion, joins }: QuestionCues) => [...anotherQuestion, ...joins]);

function cutAt(marks: RegExp, part: string, cues: QuestionCues, openings: readonly string[]): readonly string[] {
  const pieces = part.split(marks).flatMap((piece) => runTogether(piece, cues, openings));
  return longEnough(pieces, ', ', cues);
}

function longEnough(pieces: readonly string[], between: string, { shortestQuestion }: QuestionCues): readonly string[] {
  return pieces.reduce<string[]>((questions, piece) => {
    const last = questions.at(-1);
    const whole = last === undefined || [last, piece].every((one) => wordsOf(one).length >= shortestQuestion);
    return whole ? [...questions, piece] : [...questions.slice(0, -1), `${last}${between}${piece}`];
  }, []);
}

function escaped(words: string): string {
  return words.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}

const itemMark = /^\s*(?:[-*•–]|\(?\d{1,2}[.)]|\(?[a-h]\))\s*/u;
/** "… de tous. » Qu'en est-il ?": the end of what was quoted before. */
const closedBefore = /^\s*[»”]\s+/u;
const fewestItems = 2;
/** A line as long as a mail's that ends in the middle of a sentence. */
const wrapped = /(?<=[^\n]{50}[\p{L},])\r?\n(?=\p{Ll})/gu;
const mostQuestions = 12;
