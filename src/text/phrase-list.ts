import { ofEach } from './remember.ts';
import { spellings } from './spellings.ts';

/** A phrase, and how it may be typed. */
export type Listed = { readonly phrase: string; readonly spellings: readonly string[] };

/** Phrases made ready to be looked for: one by one, thousands of them would be gone through at each message. */
export type PhraseList = {
  /** As they are compared. */
  readonly compared: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  /** By the first word of each spelling. */
  readonly byFirstWord: ReadonlyMap<string, readonly Listed[]>;
  /** Those that stand anywhere: in scripts without spaces, and so in no text that has none of them. */
  readonly anywhere: readonly Listed[];
};

/** Of a list of the knowledge it is made once. */
export const listOf: (phrases: readonly string[]) => PhraseList = ofEach(makeList);

/** The phrases that can stand among these words: all others begin with another. */
export function phrasesFor(words: Iterable<string>, phrases: readonly string[]): ReadonlySet<Listed> {
  const { byFirstWord, anywhere } = listOf(phrases);
  const found = new Set<Listed>();
  let isSpaceless = anywhere.length === 0;
  for (const word of words) {
    if (!isSpaceless && spaceless.test(word)) {
      isSpaceless = true;
      for (const listed of anywhere) found.add(listed);
    }
    for (const listed of byFirstWord.get(word) ?? []) found.add(listed);
  }
  return found;
}

function makeList(phrases: readonly string[]): PhraseList {
  const byFirstWord = new Map<string, Listed[]>();
  const anywhere: Listed[] = [];
  const compared = new Set<string>();
  for (const phrase of phrases) {
    const listed = { phrase, spellings: spellings(phrase) };
    for (const way of listed.spellings) compared.add(way);
    if (listed.spellings.some((way) => spaceless.test(way))) anywhere.push(listed);
    for (const way of listed.spellings.filter((way) => !spaceless.test(way))) {
      const [first = ''] = way.split(' ', 1);
      const beginning = byFirstWord.get(first);
      if (beginning === undefined) byFirstWord.set(first, [listed]);
      else beginning.push(listed);
    }
  }
  return { compared, written: new Set(phrases), byFirstWord, anywhere };
}

export const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;
