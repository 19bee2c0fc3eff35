import { fold, knows } from '../core/matching/index.ts';
import type { SafetyFile } from '../knowledge/conversation-schema.ts';
import type { Knowledge } from '../knowledge/schema.ts';
import { piecesOf } from './pieces.ts';
import { longestMention, says, spellings, wordsOf } from './words.ts';

type Looked = Pick<Knowledge, 'safety' | 'words'>;

/** What kind of danger a message speaks of, or null. Looked for in every language at once, in any state. */
export function dangerIn(text: string, looked: Looked): string | null {
  for (const piece of piecesOf(text, readAtOnce)) {
    const kind = dangerInPiece(piece, looked);
    if (kind !== null) return kind;
  }
  return null;
}

/** What is longer is folded no further than its beginning (`words.ts`). */
const readAtOnce = 8_000;

function dangerInPiece(text: string, { safety, words: dictionaries }: Looked): string | null {
  const literal = withoutFigures(text, safety);
  // A word of one of our languages is no misspelling of another: "adresse" is not "agresse".
  const isMisspelt = (word: string): boolean =>
    !Object.values(dictionaries).some((dictionary) => knows(dictionary, fold(word)));
  const corrected = withKnownSpelling(literal, safety, isMisspelt);
  for (const [kind, words] of Object.entries(safety.kinds)) {
    if (namesAny(corrected, words.always) || misspellsAny(literal, words.always, isMisspelt)) return kind;
    if (words.mostly && namesAny(corrected, words.mostly) && longestMention(text, safety.unless) === null) return kind;
  }
  return null;
}

/** What is said first: in the language of the message where we have it. */
export function safetyReply(kind: string, language: string, safety: SafetyFile): string {
  const template = safety.reply[language]?.[kind] ?? Object.values(safety.reply)[0]?.[kind];
  return template ?? '';
}

function withoutFigures(text: string, safety: SafetyFile): string {
  return safety.figures.reduce((rest, figure) => {
    const [spelling = ''] = spellings(figure);
    return says(rest, figure) ? ` ${wordsOf(rest).join(' ')} `.replaceAll(` ${spelling} `, ' ') : rest;
  }, text);
}

function namesAny(text: string, words: Readonly<Record<string, readonly string[]>>): boolean {
  return Object.values(words).some((phrases) => longestMention(text, phrases) !== null);
}

/** "plus envi de vivre", "nich mehr leben": the phrase, with a letter wrong in its longer words. */
function misspellsAny(
  text: string,
  words: Readonly<Record<string, readonly string[]>>,
  isMisspelt: (word: string) => boolean,
): boolean {
  const heard = wordsOf(text);
  if (heard.length > longestMisspelt) return false;
  const meant = (typed: string, word: string) =>
    typed === word ||
    (word.length >= shortestMisspelt && typed.length >= 4 && oneEditApart(typed, word) && isMisspelt(typed));
  return Object.values(words).some((phrases) =>
    phrases.some((phrase) => {
      const wanted = wordsOf(phrase);
      if (wanted.length < 2) return false;
      return heard.some((_, at) => wanted.every((word, step) => meant(heard[at + step] ?? '', word)));
    }),
  );
}

const shortestMisspelt = 5;
/** Who is in danger writes little; a letter is read as it is spelt. */
const longestMisspelt = 40;

/** Long words one letter away from a word of danger are read as it: "sucide", "inconscous". */
function withKnownSpelling(text: string, safety: SafetyFile, isMisspelt: (word: string) => boolean): string {
  const known = vocabularyOf(safety);
  return wordsOf(text)
    .map((word) =>
      word.length < shortestCorrected || known.has(word) || !isMisspelt(word)
        ? word
        : ([...known].find((other) => oneEditApart(word, other)) ?? word),
    )
    .join(' ')
    .concat(' ', spellings(text).at(-1) ?? '');
}

const shortestCorrected = 6;
const vocabularies = new WeakMap<SafetyFile, ReadonlySet<string>>();

/** Words that are in a pattern by themselves: correcting towards "would" or "living" would cry wolf. */
function vocabularyOf(safety: SafetyFile): ReadonlySet<string> {
  const known = vocabularies.get(safety) ?? collectWords(safety);
  vocabularies.set(safety, known);
  return known;
}

function collectWords(safety: SafetyFile): ReadonlySet<string> {
  const phrases = Object.values(safety.kinds).flatMap((kind) => Object.values(kind.always).flat());
  return new Set(
    phrases
      .map((phrase) => wordsOf(phrase))
      .flatMap((words) => (words.length === 1 ? words : []))
      .filter((word) => word.length >= shortestCorrected),
  );
}

/** One letter inserted, left out, changed, or two neighbours swapped. */
function oneEditApart(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  return left.length <= 1 && right.length <= 1
    ? true
    : left.length === 2 && left[0] === right[1] && left[1] === right[0];
}
