import { framingIn } from './framing.ts';
import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import type { LanguageData } from './matcher.ts';
import { createPartsOf } from './compounds.ts';
import { ownScriptOf } from './own-script.ts';
import { createRewriter, openRules, rewriteBy, writeRules, type Rewriter, type WrittenRules } from './rewrite.ts';
import { createStemmer, type Stem } from './stem.ts';
import { createTextVector, type TextVector } from './text-vector.ts';
import { knows } from './word-set.ts';

/** The corpus's words, the most frequent first, then by spelling; plain data. */
export type Lexicon = {
  readonly words: readonly string[];
  readonly counts: Int32Array;
  /** The language a word is used in most, as an index into `languages`: it names the word's stemmer. */
  readonly languageOf: Uint8Array;
};

/** A lexicon at work: what is known of a word, whatever sentence it stands in. */
export type Dictionary = {
  readonly languages: readonly LanguageData[];
  readonly lexicon: Lexicon;
  readonly idOf: ReadonlyMap<string, number>;
  readonly stem: Stem;
  /** The words of the corpus that a compound is made of; empty for every other word. */
  readonly partsOf: (word: string) => string[];
  /** By language, as an index: `to` is short for something in one, and a word of another. */
  readonly abbreviations: readonly Rewriter[];
  readonly framing: Rewriter;
  /** The words, each name of a thing replaced by the name that stands for all of them. */
  readonly named: (words: readonly string[]) => string[];
  readonly textVector: TextVector;
  /** A word of the corpus, of a general dictionary, or in a script that is one language's: not to be respelt. */
  isWord(word: string): boolean;
};

export type WordCount = { readonly count: number; readonly language: number };

/** For each word, its number of uses by language index. */
export type WordCounts = ReadonlyMap<string, readonly number[]>;

export function buildLexicon(counts: WordCounts): Lexicon {
  const total = (word: string): number =>
    (counts.get(word) as readonly number[]).reduce((sum, count) => sum + count, 0);
  const words = [...counts.keys()].sort((a, b) => total(b) - total(a) || (a < b ? -1 : 1));
  return {
    words,
    counts: Int32Array.from(words, total),
    languageOf: Uint8Array.from(words, (word) => {
      const uses = counts.get(word) as readonly number[];
      return uses.indexOf(Math.max(...uses));
    }),
  };
}

/** Words at work: what each is known as, whatever it is replaced by. */
export type Words = Pick<Dictionary, 'languages' | 'lexicon' | 'idOf' | 'stem'> & {
  readonly languageOf: (word: string) => number;
  /** The first language whose general dictionary, or whose script, has it; else -1. */
  readonly dictionaryWith: (word: string) => number;
};

export function openWords(lexicon: Lexicon, languages: readonly LanguageData[]): Words {
  const idOf = new Map(lexicon.words.map((word, id) => [word, id]));
  const ownScript = ownScriptOf(languages);
  const dictionaryWith = (word: string): number => {
    const known = languages.findIndex(({ words }) => words !== undefined && knows(words, word));
    return known < 0 ? ownScript(word) : known;
  };
  const languageOf = (word: string): number => {
    const id = idOf.get(word);
    return id === undefined ? Math.max(dictionaryWith(word), 0) : (lexicon.languageOf[id] as number);
  };
  return { languages, lexicon, idOf, stem: createWordStemmer(languages, languageOf), languageOf, dictionaryWith };
}

export function openLexicon(words: Words, { framing, names }: Replacements): Dictionary {
  const { languages, lexicon, idOf, stem, languageOf, dictionaryWith } = words;
  return {
    languages,
    lexicon,
    idOf,
    stem,
    partsOf: createPartsOf(languages, { ours: idOf, languageOf, dictionaryWith }),
    abbreviations: abbreviationsOf(languages),
    framing: openRules(framing),
    named: namedBy(names, stem),
    textVector: createTextVector(languages, languageOf),
    isWord: (word) => idOf.has(word) || dictionaryWith(word) >= 0,
  };
}

/** What is replaced in texts, or left out of them: kept with what is learned, for there is much of it. Plain data. */
export type Replacements = { readonly framing: WrittenRules; readonly names: Names };

/** The names of things: as they are written, and by their stems. */
type Names = { readonly asWritten: WrittenRules; readonly byStem: WrittenRules };

export function replacementsIn({ languages, stem }: Words): Replacements {
  return { framing: framingIn(languages), names: namesIn(languages, stem) };
}

/** Each language's short forms. They are written out before anything else, so on words as typed. */
export function abbreviationsOf(languages: readonly LanguageData[]): readonly Rewriter[] {
  return languages.map(({ abbreviations }) =>
    createRewriter(
      Object.entries(abbreviations).map(([short, long]) => [segment(fold(short)), segment(fold(long))] as const),
    ),
  );
}

/** A group's first name stands for all of them. */
function namesIn(languages: readonly LanguageData[], stem: Stem): Names {
  const groups = languages.flatMap(({ synonyms }) => synonyms.map((group) => group.map((name) => segment(fold(name)))));
  // The first name stands for itself too: a shorter name inside it must not replace a part of it.
  const names = groups.flatMap((group) => group.map((name) => ({ name, to: group[0] as string[] })));
  return {
    asWritten: writeRules(names.map(({ name, to }) => [name, to] as const)),
    byStem: writeRules(names.map(({ name, to }) => [name.map(stem), to] as const)),
  };
}

/**
 * A name is known as it is written, else by its stem, so that a plural is the same name: "médico" is a doctor, though its stem is
 * that of "medication".
 */
function namedBy(names: Names, stem: Stem): Dictionary['named'] {
  const asWritten = openRules(names.asWritten);
  const byStem = openRules(names.byStem);
  return (words) =>
    rewriteBy(words, [
      { rewriter: asWritten, keys: words },
      { rewriter: byStem, keys: words.map(stem) },
    ]);
}

function createWordStemmer(languages: readonly LanguageData[], languageOf: (word: string) => number): Stem {
  const stemmers = languages.map(({ stemmer }) => createStemmer(stemmer));
  const known = new Map<string, string>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const stemmed = stemmers[languageOf(word)]?.(word) ?? word;
    // Bounded, because words come from anybody.
    if (known.size < 200_000) known.set(word, stemmed);
    return stemmed;
  };
}
