import type { LanguageData } from './matcher.ts';
import { knows } from './word-set.ts';

/** What is known of words: the corpus's own, and for any other the first language whose dictionary has it, or -1. */
export type KnownWords = {
  readonly ours: ReadonlyMap<string, number>;
  languageOf(word: string): number;
  dictionaryWith(word: string): number;
};

/**
 * What a word is put together from. A Chinese one: its letters, each of which means something. A long one, in languages that write
 * several words as one: those words of ours (Krankenversicherungspflicht: krankenversicherung, versicherung, pflicht). All parts
 * have to be words; the last one bears the meaning, so the longest is taken, and parted again.
 */
export function createPartsOf(languages: readonly LanguageData[], known: KnownWords): (word: string) => string[] {
  const writing = languages.map(({ compoundLinks }) => compoundLinks.length > 0);
  return (word) => {
    if (ofHan.test(word)) return Array.from(word);
    if (!writing.includes(true) || word.length < 2 * shortestPart || !/^\p{L}+$/u.test(word)) return [];
    const language = languageIn(word, known, writing);
    const data = languages[language];
    return data === undefined ? [] : allParts(word, data, known.ours);
  };
}

/** A word that nobody knows may be a compound as well: few of them stand in a dictionary. */
function languageIn(word: string, known: KnownWords, writing: readonly boolean[]) {
  const language = known.ours.has(word) ? known.languageOf(word) : known.dictionaryWith(word);
  if (language < 0) return writing.indexOf(true);
  return writing[language] === true ? language : -1;
}

function allParts(word: string, data: LanguageData, ours: ReadonlyMap<string, number>): string[] {
  return (split(word, data, ours) ?? []).flatMap((part) => [
    ...(ours.has(part) ? [part] : []),
    ...(part.length < 2 * shortestPart ? [] : allParts(part, data, ours)),
  ]);
}

/** Two parts, the last as long as it can be. */
function split(word: string, data: LanguageData, ours: ReadonlyMap<string, number>): readonly string[] | null {
  const isPart = (part: string) =>
    part.length >= shortestPart && (ours.has(part) || (data.words !== undefined && knows(data.words, part)));
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const last = word.slice(at);
    if (!isPart(last)) continue;
    const before = word.slice(0, at);
    for (const link of data.compoundLinks) {
      const first = before.endsWith(link) ? before.slice(0, before.length - link.length) : '';
      if (isPart(first)) return [first, last];
    }
  }
  return null;
}

const shortestPart = 4;
const ofHan = /^\p{Script=Han}{2,}$/u;
