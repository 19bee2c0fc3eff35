import { editsBetween } from '../../text/edit-distance.ts';
import { hashText } from './hash.ts';
import type { Dictionary, Lexicon } from './lexicon.ts';

/**
 * Words of the lexicon by what is left of them after one or two deletions (SymSpell): two words within two edits of each
 * other share such a remainder. Sorted by hash, unsigned. Plain data.
 */
export type DeletionIndex = { readonly hashes: Uint32Array; readonly words: Int32Array };

export function buildDeletionIndex(lexicon: Lexicon): DeletionIndex {
  const keys: number[] = [];
  lexicon.words.forEach((word, id) => {
    if (word.length < 3 || word.length > longestRespelt || !onlyLetters.test(word)) return;
    for (const rest of deletions(word, editsAllowed(word.length + 1))) {
      // Hash and id in one number below 2⁵³, so that one native sort orders both.
      keys.push((hashText(rest) >>> 0) * idRange + id);
    }
  });
  const sorted = Float64Array.from(keys).sort();
  return {
    hashes: Uint32Array.from(sorted, (key) => Math.floor(key / idRange)),
    words: Int32Array.from(sorted, (key) => key % idRange),
  };
}

export type Candidate = { readonly word: number; readonly edits: number };

/** Lexicon words within the edits allowed for the word's length, none for words too short or too long to judge. */
export function nearWords(index: DeletionIndex, lexicon: Lexicon, word: string): Candidate[] {
  if (word.length < 3 || word.length > longestRespelt || !onlyLetters.test(word)) return [];
  const limit = editsAllowed(word.length);
  const seen = new Set<number>();
  const found: Candidate[] = [];
  for (const rest of deletions(word, limit)) {
    const hash = hashText(rest) >>> 0;
    for (let at = firstAt(index.hashes, hash); index.hashes[at] === hash; at++) {
      const id = index.words[at] as number;
      if (seen.has(id)) continue;
      seen.add(id);
      const edits = editsBetween(word, lexicon.words[id] as string, limit);
      if (edits <= limit) found.push({ word: id, edits });
    }
  }
  return found;
}

/** Two lexicon words that were written as one, or null. The commonest pair, judged by its rarer half. */
export function divide({ idOf, lexicon }: Dictionary, word: string): readonly [string, string] | null {
  let best: readonly [string, string] | null = null;
  let bestCount = 0;
  for (let at = 2; at <= word.length - 2; at++) {
    const [left, right] = [word.slice(0, at), word.slice(at)];
    const [leftId, rightId] = [idOf.get(left), idOf.get(right)];
    if (leftId === undefined || rightId === undefined) continue;
    const count = Math.min(lexicon.counts[leftId] as number, lexicon.counts[rightId] as number);
    if (count > bestCount) [best, bestCount] = [[left, right], count];
  }
  return best;
}

const idRange = 2 ** 21;
const longestRespelt = 24;
const onlyLetters = /^\p{L}+$/u;

function editsAllowed(length: number): number {
  return length < 6 ? 1 : 2;
}

function deletions(word: string, depth: number): Set<string> {
  const all = new Set([word]);
  let layer = [word];
  for (let i = 0; i < depth; i++) {
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
