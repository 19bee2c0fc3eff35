import type { ReadingFile } from '../../knowledge/conversation-schema.ts';
import type { Knowledge } from '../../knowledge/schema.ts';
import { ofEach } from '../../text/remember.ts';
import { spellings } from '../../text/typed-words.ts';

type Spoken = { readonly knowledge: Pick<Knowledge, 'reading' | 'vocabulary'>; readonly language: string };

/** What a word or several say in it: the name of a thing of ours, a word that asks what things are, or one around them. */
type Phrase = 'name' | 'asks' | 'around';

/**
 * "What are the CSS and the CVEC?", "CSS, mutuelle, CVEC: the difference?": the things of ours that are asked about by their names,
 * in the order named; null where anything else is said.
 */
export function thingsNamed({ knowledge, language }: Spoken, text: string): readonly string[] | null {
  const things = knowledge.reading[language]?.things;
  const vocabulary = knowledge.vocabulary[language];
  if (things === undefined || vocabulary === undefined || text.length > longestQuestion) return null;
  const phrases = phrasesOf(vocabulary)(things);
  const [words = []] = spellings(apart(text)).map((spelling) => spelling.split(' '));
  const names: string[] = [];
  let asks = false;
  for (let at = 0; at < words.length;) {
    const found = longestAt(phrases, words, at);
    if (found === null) return null;
    const said = words.slice(at, at + found.length).join(' ');
    if (found.phrase === 'name') names.push(said);
    asks ||= found.phrase === 'asks';
    at += found.length;
  }
  return asks && names.length > 1 ? names : null;
}

function longestAt(
  phrases: ReadonlyMap<string, Phrase>,
  words: readonly string[],
  at: number,
): { readonly phrase: Phrase; readonly length: number } | null {
  for (let length = Math.min(longestPhrase, words.length - at); length > 0; length--) {
    const phrase = phrases.get(words.slice(at, at + length).join(' '));
    if (phrase !== undefined) return { phrase, length };
  }
  return null;
}

type Vocabulary = Knowledge['vocabulary'][string];

const phrasesOf = ofEach((vocabulary: Vocabulary) =>
  ofEach((things: NonNullable<ReadingFile['things']>): ReadonlyMap<string, Phrase> => {
    const kinds: readonly (readonly [Phrase, readonly string[]])[] = [
      ['around', things.around],
      ['asks', [things.ask, ...things.asks]],
      ['name', namesIn(vocabulary)],
    ];
    return new Map(
      kinds.flatMap(([phrase, list]) =>
        list.flatMap((one) => spellings(apart(one)).map((spelling) => [spelling, phrase] as const)),
      ),
    );
  }),
);

/** Terms, and what else they are called: "how much" has synonyms too, and is no name. */
function namesIn({ synonyms, domainTerms }: Vocabulary): readonly string[] {
  const terms = new Set(domainTerms.flatMap((term) => spellings(term)));
  const called = synonyms.filter((names) => names.some((name) => spellings(name).some((one) => terms.has(one))));
  return [...domainTerms, ...called.flat()];
}

/** Characters of a script without spaces are words of one. */
function apart(text: string): string {
  return text.replaceAll(/\p{Script=Han}/gu, ' $& ');
}

const longestPhrase = 8;
const longestQuestion = 200;
