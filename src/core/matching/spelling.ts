import { editsBetween } from '../../text/edit-distance.ts';
import { buildIndex, deletions, wordsLeaving, type DeletionIndex } from './deletion-index.ts';
import type { Dictionary, Lexicon } from './lexicon.ts';

/** Of a lexicon: the words are its ids. */
export function buildDeletionIndex({ words }: Lexicon): DeletionIndex {
  return buildIndex(
    words.flatMap((word, id) => (isJudged(word) ? [[word, id, editsAllowed(word.length + 1)] as const] : [])),
  );
}

export type Candidate = { readonly word: number; readonly edits: number };

/** Lexicon words within the edits allowed for the word's length, none for words too short or too long to judge. */
export function nearWords(index: DeletionIndex, lexicon: Lexicon, word: string): Candidate[] {
  if (!isJudged(word)) return [];
  const limit = editsAllowed(word.length);
  const seen = new Set<number>();
  const found: Candidate[] = [];
  for (const rest of deletions(word, limit)) {
    for (const id of wordsLeaving(index, rest)) {
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

const longestRespelt = 24;
const onlyLetters = /^\p{L}+$/u;

function isJudged(word: string): boolean {
  return word.length >= 3 && word.length <= longestRespelt && onlyLetters.test(word);
}

function editsAllowed(length: number): number {
  return length < 6 ? 1 : 2;
}
