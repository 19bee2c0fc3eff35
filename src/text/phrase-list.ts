import { ofEach } from './remember.ts';
import { spellings } from './spellings.ts';

/** Phrases made ready to be looked for: one by one, thousands of them would be gone through at each message. */
export type PhraseList = {
  /** As they are compared. */
  readonly compared: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  /** By the first word of each spelling. */
  readonly byFirstWord: ReadonlyMap<string, readonly string[]>;
  /** Those that stand anywhere: in scripts without spaces, and so in no text that has none of them. */
  readonly anywhere: readonly string[];
};

/** Of a list of the knowledge it is made once. */
export const listOf: (phrases: readonly string[]) => PhraseList = ofEach(makeList);

/** The phrases that can stand among these words: all others begin with another. */
export function phrasesFor(words: Iterable<string>, phrases: readonly string[]): readonly string[] {
  const { byFirstWord, anywhere } = listOf(phrases);
  const found = new Set<string>();
  let isSpaceless = anywhere.length === 0;
  for (const word of words) {
    if (!isSpaceless && spaceless.test(word)) {
      isSpaceless = true;
      for (const phrase of anywhere) found.add(phrase);
    }
    for (const phrase of byFirstWord.get(word) ?? []) found.add(phrase);
  }
  return [...found];
}

function makeList(phrases: readonly string[]): PhraseList {
  const byFirstWord = new Map<string, string[]>();
  const anywhere: string[] = [];
  for (const phrase of phrases) {
    const ways = spellings(phrase);
    if (ways.some((way) => spaceless.test(way))) anywhere.push(phrase);
    for (const way of ways.filter((way) => !spaceless.test(way))) {
      const [first = ''] = way.split(' ', 1);
      const beginning = byFirstWord.get(first);
      if (beginning === undefined) byFirstWord.set(first, [phrase]);
      else beginning.push(phrase);
    }
  }
  const compared = new Set(phrases.flatMap((phrase) => spellings(phrase)));
  return { compared, written: new Set(phrases), byFirstWord, anywhere };
}

export const spaceless = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Arabic}]/u;
