import { hashPair, hashText } from './hash.ts';

/**
 * A general dictionary as a Bloom filter: twelve bits a word, one foreign word in three hundred taken for known.
 * It answers one question, "is this a real word?", so that spelling never turns a real word into one of ours.
 */
export type WordSet = Uint8Array;

const bitsPerWord = 12;
const probes = 8;

export function buildWordSet(words: readonly string[]): WordSet {
  const set = new Uint8Array(Math.ceil((words.length * bitsPerWord) / 8));
  for (const word of words) {
    visit(word, set.length * 8, (bit) => {
      set[bit >> 3] = (set[bit >> 3] as number) | (1 << (bit & 7));
      return true;
    });
  }
  return set;
}

/** `word` must be folded, as the words of the set were. */
export function knows(set: WordSet, word: string): boolean {
  return set.length > 0 && visit(word, set.length * 8, (bit) => ((set[bit >> 3] as number) & (1 << (bit & 7))) !== 0);
}

function visit(word: string, bits: number, at: (bit: number) => boolean): boolean {
  const first = hashText(word) >>> 0;
  const second = (hashPair(first, word.length) | 1) >>> 0;
  for (let i = 0; i < probes; i++) if (!at((first + i * second) % bits)) return false;
  return true;
}
