import { hashText } from './hash.ts';

/**
 * Words, as numbers, by what is left of them after one or two deletions (SymSpell): two words within two edits of each other
 * share such a remainder. Sorted by hash, unsigned. Plain data.
 */
export type DeletionIndex = { readonly hashes: Uint32Array; readonly words: Int32Array };

/** Of each word its number, below 2²¹, and how many letters may be deleted. */
export function buildIndex(
  words: Iterable<readonly [word: string, number: number, mostDeleted: number]>,
): DeletionIndex {
  const keys: number[] = [];
  for (const [word, number, mostDeleted] of words) {
    // Hash and number in one number below 2⁵³, so that one native sort orders both.
    for (const rest of deletions(word, mostDeleted)) keys.push((hashText(rest) >>> 0) * numberRange + number);
  }
  const sorted = new Float64Array(keys).sort();
  return {
    hashes: new Uint32Array(sorted.map((key) => Math.floor(key / numberRange))),
    words: new Int32Array(sorted.map((key) => key % numberRange)),
  };
}

/** The words that a remainder is left of, and the few that share no more than its hash: whoever asks compares them. */
export function wordsLeaving({ hashes, words }: DeletionIndex, rest: string): readonly number[] {
  const hash = hashText(rest) >>> 0;
  const first = firstAt(hashes, hash);
  if (hashes[first] !== hash) return nothing;
  const found: number[] = [];
  for (let at = first; hashes[at] === hash; at++) found.push(words[at] as number);
  return found;
}

/** The word, and what is left of it after up to so many deletions. */
export function deletions(word: string, most: number): ReadonlySet<string> {
  const all = new Set([word]);
  let layer = [word];
  for (let i = 0; i < most; i++) {
    const next: string[] = [];
    for (const text of layer) {
      for (let at = 0; at < text.length; at++) {
        const rest = text.slice(0, at) + text.slice(at + 1);
        if (!all.has(rest)) next.push(rest);
        all.add(rest);
      }
    }
    layer = next;
  }
  return all;
}

function firstAt(hashes: Uint32Array, hash: number): number {
  let [low, high] = [0, hashes.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] as number) < hash) low = middle + 1;
    else high = middle;
  }
  return low;
}

const nothing: readonly number[] = [];
const numberRange = 2 ** 21;
