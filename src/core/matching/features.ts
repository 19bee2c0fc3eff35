import { hashPair, hashText, mix } from './hash.ts';
import type { Stem } from './stem.ts';
import type { Direction, TextVector } from './text-vector.ts';

/**
 * A text's words, pairs of words (neighbours, or with one word between) and, word by word, its characters, as hashes in order of
 * appearance, and where its words point together.
 */
export type Features = {
  readonly words: readonly number[];
  readonly pairs: readonly number[];
  readonly grams: readonly (readonly number[])[];
  readonly direction: Direction;
};

/** Features of single words, kept once computed: a word's are the same in every text. `parts` are those of a compound. */
export type WordFeatures = {
  readonly word: number;
  readonly parts: readonly number[];
  readonly grams: readonly number[];
};

export function createWordFeatures(stem: Stem, partsOf: (word: string) => string[]): (word: string) => WordFeatures {
  const known = new Map<string, WordFeatures>();
  return (word) => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const features = {
      word: hashText(stem(word), wordSeed),
      parts: partsOf(word).map((part) => hashText(stem(part), wordSeed)),
      grams: gramsOf(word).map((gram) => hashText(gram, gramSeed)),
    };
    // Bounded, because words come from anybody.
    if (known.size < 100_000) known.set(word, features);
    return features;
  };
}

export function featuresOf(
  tokens: readonly string[],
  wordFeatures: (word: string) => WordFeatures,
  textVector: TextVector,
): Features {
  const [words, pairs, gramsOfWords]: [number[], number[], (readonly number[])[]] = [[], [], []];
  let [earlier, before] = [textEdge, textEdge];
  for (const token of tokens) {
    const { word, parts, grams } = wordFeatures(token);
    words.push(word);
    for (const part of parts) words.push(part);
    pairs.push(hashPair(before, word));
    if (earlier !== textEdge) pairs.push(hashGap(earlier, word));
    gramsOfWords.push(grams);
    earlier = before;
    before = word;
  }
  pairs.push(hashPair(before, textEdge));
  return { words, pairs, grams: gramsOfWords, direction: textVector(tokens) };
}

/** Two words with any one word between them. */
export function hashGap(first: number, second: number): number {
  return hashPair(hashPair(first, anyWord), second);
}

/** Sequences of two to four characters within a word and its edges. */
export function gramsOf(word: string): string[] {
  const letters = Array.from(`^${word}$`);
  const grams: string[] = [];
  for (let length = 2; length <= 4; length++) {
    for (let at = 0; at + length <= letters.length; at++) grams.push(letters.slice(at, at + length).join(''));
  }
  return grams;
}

const wordSeed = mix(1);
const gramSeed = mix(2);
/** A pair with it says that a word opens or closes the text. */
const textEdge = mix(3);
const anyWord = mix(4);
