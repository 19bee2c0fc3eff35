import { longestMention, wordsOf } from '../../text/typed-words.ts';

/**
 * Splits a message into the questions it holds: sentences, lines, list items, and questions run together by a word that
 * opens another ("… and how much"). Greetings stay with what follows.
 * @param joins the language's words that open another question in the middle of a sentence
 */
export function questionsIn(text: string, joins: readonly string[]): readonly string[] {
  const questions = text
    .split(/(?<=[?!])\s+|(?<=\p{L}{2}[.;])\s+|\r?\n+|\s+(?=\(?\d[.)]\s*\p{L})/u)
    .map((part) => part.replace(/^\s*(?:[-*•]|\(?\d{1,2}[.)])\s*/, '').trim())
    .flatMap((part) => runTogether(part, joins))
    .filter((part) => /\p{L}{2}/u.test(part));
  return questions.length <= mostQuestions
    ? questions
    : [...questions.slice(0, mostQuestions / 2), ...questions.slice(-mostQuestions / 2)];
}

/** Only where both sides are long enough to be questions. */
function runTogether(part: string, joins: readonly string[]): readonly string[] {
  if (longestMention(part, joins) === null) return [part];
  const opens = joins.map((join) => join.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('|');
  const pieces = part.split(new RegExp(`(?:\\s*,)?\\s+(?=(?:${opens})(?![\\p{L}\\p{N}]))`, 'iu'));
  return pieces.reduce<string[]>((questions, piece) => {
    const last = questions.at(-1);
    const whole = last === undefined || [last, piece].every((one) => wordsOf(one).length >= shortestQuestion);
    return whole ? [...questions, piece] : [...questions.slice(0, -1), `${last} ${piece}`];
  }, []);
}

/** More than this in one message is a letter for a person: its beginning and its end are read. */
const mostQuestions = 12;
const shortestQuestion = 3;
