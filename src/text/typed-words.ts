import { listOf, phrasesFor, spaceless, type Listed } from './phrase-list.ts';
import { remember } from './remember.ts';
import { spellings } from './spellings.ts';

/** Comparing what people type with what they may be expected to type: without case, accents, width and punctuation. */

export { spellings, wordsOf } from './spellings.ts';

/** Whether `phrase` stands in `text` as whole words (as characters, in scripts without spaces). */
export function says(text: string, phrase: string): boolean {
  return stands({ phrase, spellings: spellings(phrase) }, heardIn(text));
}

/** Whether `text` begins with the words of `phrase`. */
export function opensWith(text: string, phrase: string): boolean {
  const heard = spellings(text);
  return spellings(phrase).some(
    (opening) => opening !== '' && heard.some((one) => `${one} `.startsWith(`${opening} `)),
  );
}

export function opensWithOne(text: string, phrases: readonly string[]): boolean {
  return phrases.some((phrase) => opensWith(text, phrase));
}

export function endsWithOne(text: string, phrases: readonly string[]): boolean {
  const heard = spellings(text);
  return phrases.some((phrase) => spellings(phrase).some((end) => heard.some((one) => ` ${one}`.endsWith(` ${end}`))));
}

/** The longest of `phrases` that stands in an utterance. */
export function longestMention(text: string, phrases: readonly string[]): string | null {
  const heard = heardIn(text);
  let longest: string | null = null;
  for (const listed of phrasesFor(heard.words, phrases)) {
    const { phrase } = listed;
    const isLonger =
      longest === null || phrase.length > longest.length || (phrase.length === longest.length && phrase < longest);
    if (isLonger && stands(listed, heard)) longest = phrase;
  }
  return longest;
}

/** Whether the whole of `text` is one of the phrases. */
export function isOneOf(text: string, ...lists: readonly (readonly string[])[]): boolean {
  return lists.some((phrases) => {
    const { compared, written } = listOf(phrases);
    return spellings(text).some((spelling) => compared.has(spelling)) || written.has(text.trim());
  });
}

/** The messages of a moment, and their parts. */
const mostKept = 500;

/** An utterance as phrases are looked for in it. */
type Utterance = {
  /** Of all its spellings, each once. */
  readonly words: ReadonlySet<string>;
  /** Its spellings between spaces: so every word has one on both sides. */
  readonly spaced: readonly string[];
};

/** Of one message a hundred lists are asked. */
const heardIn = remember((text): Utterance => {
  const ways = spellings(text);
  return {
    words: new Set(ways.flatMap((spelling) => spelling.split(' '))),
    spaced: ways.map((spelling) => ` ${spelling} `),
  };
}, mostKept);

function stands({ phrase, spellings }: Listed, { spaced }: Utterance): boolean {
  const edge = spaceless.test(phrase) ? '' : ' ';
  return spellings.some(
    (spelling) => spelling !== '' && spaced.some((text) => text.includes(`${edge}${spelling}${edge}`)),
  );
}
