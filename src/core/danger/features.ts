import { hashPair, hashText } from '../matching/hash.ts';
import { createKeeper, withRoom } from '../matching/keep-numbers.ts';
import type { Mention } from './lexicon.ts';
import type { Hit } from './signs.ts';

/** What of a passage the classifier looks at: hashes of what is there, each with how much it counts. */
export type Vector = { readonly slots: Int32Array; readonly values: Float32Array };

/** Reads passages; a word's own features are computed once and kept. */
export function createFeatures() {
  const known = new Map<string, WordFeatures>();
  const featuresOf = (word: string): WordFeatures => {
    const cached = known.get(word);
    if (cached !== undefined) return cached;
    const features = wordFeatures(word);
    // Bounded, because words come from anybody.
    if (known.size < mostCached) known.set(word, features);
    return features;
  };
  const writer = createWriter();
  return (passage: Passage): Vector => {
    write(passage, featuresOf, writer.add);
    return writer.take();
  };
}

type Add = (hash: number, value: number) => void;

/** Where vectors are put together, one after the other: what is made for a passage is its vector alone. */
function createWriter(): { readonly add: Add; readonly take: () => Vector } {
  const keepSlots = createKeeper((length) => new Int32Array(length));
  const keepValues = createKeeper((length) => new Float32Array(length));
  let slots = new Int32Array(mostAtFirst);
  let values = new Float32Array(mostAtFirst);
  let count = 0;
  return {
    add: (hash, value) => {
      if (count === slots.length) {
        slots = withRoom(slots, new Int32Array(2 * count));
        values = withRoom(values, new Float32Array(2 * count));
      }
      slots[count] = hash & slotMask;
      values[count++] = value;
    },
    take: () => {
      const vector = { slots: keepSlots(slots, count), values: keepValues(values, count) };
      count = 0;
      return vector;
    },
  };
}

export type Passage = {
  readonly words: readonly string[];
  readonly mentions: readonly Mention[];
  readonly hits: readonly Hit[];
  /** Whether it is all of the text, and how many passages are judged of the text. */
  readonly whole: boolean;
  readonly among: number;
  /** What was said just before: it counts less. */
  readonly before: { readonly mentions: readonly Mention[]; readonly hits: readonly Hit[] };
};

type WordFeatures = { readonly word: number; readonly grams: readonly number[] };

function write(passage: Passage, featuresOf: (word: string) => WordFeatures, add: Add): void {
  const { words, mentions, hits, before } = passage;
  // A long passage has more of everything: each part of it counts less.
  const share = 1 / Math.sqrt(Math.max(words.length, shortest));
  let [earlier, last] = [edge, edge];
  for (const each of words) {
    const { word, grams } = featuresOf(each);
    add(word, weights.word * share);
    add(hashPair(last, word), weights.pair * share);
    if (earlier !== edge) add(hashPair(hashPair(earlier, gap), word), weights.pair * share);
    const gramShare = (weights.gram * share) / Math.sqrt(Math.max(grams.length, 1));
    for (const gram of grams) add(gram, gramShare);
    earlier = last;
    last = word;
  }
  add(hashPair(last, edge), weights.pair * share);
  addMeanings(mentions, hits, add);
  for (const concept of new Set(before.mentions.map((mention) => mention.concept)))
    add(hashPair(beforeSeed, concept), weights.before);
  for (const number of new Set(before.hits.map(({ sign }) => sign.number)))
    add(hashPair(beforeSeed + 1, number), weights.before);
  for (const shape of shapesOf(passage)) add(shape, 1);
}

/**
 * How long it is, and of how many passages it is one. More is told of a danger than is asked of an office, and of many
 * passages one sounds like danger by chance.
 */
function shapesOf({ words, whole, among }: Passage): readonly number[] {
  const length = Math.min(Math.round(1.5 * Math.log2(words.length)), longestShape);
  const place = 2 * Math.min(among, mostAmong) + (whole ? 1 : 0);
  return [bias, hashPair(lengthSeed, length), hashPair(placeSeed, place)];
}

/** Meanings, two of them in one passage, and signs: the same in all languages. */
function addMeanings(mentions: readonly Mention[], hits: readonly Hit[], add: Add): void {
  const concepts = [...new Set(mentions.map(({ concept }) => concept))].sort((a, b) => a - b).slice(0, mostConcepts);
  const share = 1 / Math.sqrt(Math.max(concepts.length, 1));
  for (const [i, first] of concepts.entries()) {
    add(hashPair(conceptSeed, first), weights.concept);
    for (const second of concepts.slice(i + 1))
      add(hashPair(hashPair(conceptSeed, first), second), weights.conceptPair * share);
  }
  for (const number of new Set(hits.map(({ sign }) => sign.number))) {
    const hash = hashPair(signSeed, number);
    add(hash, weights.sign);
    for (const concept of concepts) add(hashPair(hash, concept), weights.signWith * share);
  }
  for (const key of new Set(hits.map(({ sign }) => `${sign.kind} ${sign.degree}`)))
    add(hashText(key, signSeed), weights.sign);
}

/** Where a word by itself has its weight. */
export function wordSlot(word: string): number {
  return hashText(word, wordSeed) & slotMask;
}

/** A word alone, and its sequences of three and four letters, its edges among them. */
function wordFeatures(word: string): WordFeatures {
  const letters = Array.from(`^${word}$`);
  const grams: number[] = [];
  for (const length of [3, 4]) {
    for (let at = 0; at + length <= letters.length; at++)
      grams.push(hashText(letters.slice(at, at + length).join(''), gramSeed));
  }
  return { word: hashText(word, wordSeed), grams: word.length < 3 ? [] : grams };
}

export const slotBits = 19;
const slotMask = (1 << slotBits) - 1;
const weights = {
  word: 2.4,
  pair: 0.5,
  gram: 0.8,
  concept: 0.5,
  conceptPair: 0.4,
  sign: 0.6,
  signWith: 0.4,
  before: 0.4,
};
const shortest = 4;
const mostConcepts = 28;
const longestShape = 6;
const mostAmong = 6;
const mostCached = 50_000;
const mostAtFirst = 1024;
const [edge, gap, wordSeed, gramSeed, conceptSeed, signSeed, beforeSeed, bias, lengthSeed, placeSeed] = [
  11, 13, 17, 19, 23, 29, 31, 37, 41, 43,
];
