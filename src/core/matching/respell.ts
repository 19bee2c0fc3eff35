import type { DeletionIndex } from './deletion-index.ts';
import type { Dictionary } from './lexicon.ts';
import { divide, nearWords, type Candidate } from './spelling.ts';

export type Correction = { readonly from: string; readonly to: string };
export type Respelt = { readonly words: string[]; readonly corrections: readonly Correction[] };

export type Speller = {
  readonly dictionary: Dictionary;
  readonly index: DeletionIndex;
  /** Whether training saw these two words side by side. */
  pairSeen(first: string, second: string): boolean;
};

/**
 * Brings unknown words to the lexicon's: by respelling, by dividing two words written as one, by joining one word written
 * as two. A word that the lexicon or a general dictionary knows stays as it is.
 * @param language of the text, as an index; -1 where it is none of ours
 */
export function respell(speller: Speller, words: readonly string[], language: number): Respelt {
  if (words.every((word) => speller.dictionary.isWord(word))) return { words: [...words], corrections: [] };
  const out: string[] = [];
  const corrections: Correction[] = [];
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as string;
    if (speller.dictionary.isWord(word)) {
      out.push(word);
      continue;
    }
    const joined = joinWithNext(speller, words, i);
    const replacement = joined ?? correct(speller, language, word, [out.at(-1), words[i + 1]]);
    if (replacement === null) {
      out.push(word);
      continue;
    }
    corrections.push({ from: joined === null ? word : `${word} ${words[++i] as string}`, to: replacement.join(' ') });
    out.push(...replacement);
  }
  return { words: out, corrections };
}

function joinWithNext({ dictionary }: Speller, words: readonly string[], at: number): readonly string[] | null {
  const next = words[at + 1];
  if (next === undefined) return null;
  const joined = (words[at] as string) + next;
  return joined.length > 4 && dictionary.idOf.has(joined) ? [joined] : null;
}

type Neighbours = readonly [before: string | undefined, after: string | undefined];

function correct(speller: Speller, language: number, word: string, neighbours: Neighbours): readonly string[] | null {
  const best = likeliest(speller, language, word, neighbours);
  const parts = divide(speller.dictionary, word);
  if (best === null) return parts;
  if (parts === null || !speller.pairSeen(...parts)) return [best.spelling];
  // "Demende" is "demande" in French, and no German "dem Ende".
  const isSlip = best.edits === 1 && isOwn(speller.dictionary, language, best.spelling);
  return isSlip && !parts.every((part) => isOwn(speller.dictionary, language, part)) ? [best.spelling] : parts;
}

type Likeliest = { readonly spelling: string; readonly edits: number };

function likeliest(speller: Speller, language: number, word: string, [before, after]: Neighbours): Likeliest | null {
  const { lexicon } = speller.dictionary;
  const worth = ({ word: id, edits }: Candidate): number => {
    const candidate = lexicon.words[id] as string;
    const context =
      Number(before !== undefined && speller.pairSeen(before, candidate)) +
      Number(after !== undefined && speller.pairSeen(candidate, after));
    return (
      weights.frequency * Math.log(lexicon.counts[id] as number) +
      weights.context * context +
      weights.firstLetter * Number(candidate[0] === word[0]) +
      weights.language * Number(lexicon.languageOf[id] === language) -
      weights.edit * edits
    );
  };
  let best: Likeliest | null = null;
  let bestWorth = -Infinity;
  for (const candidate of nearWords(speller.index, lexicon, word)) {
    const value = worth(candidate);
    const spelling = lexicon.words[candidate.word] as string;
    if (value > bestWorth || (value === bestWorth && best !== null && spelling < best.spelling))
      [best, bestWorth] = [{ spelling, edits: candidate.edits }, value];
  }
  return best;
}

/** Whether a word is used in the text's language more than in any other. */
function isOwn({ idOf, lexicon }: Dictionary, language: number, word: string): boolean {
  const id = idOf.get(word);
  return id !== undefined && lexicon.languageOf[id] === language;
}

/** What speaks for a candidate, in nats of a noisy channel: chosen on misspelt training phrasings. */
const weights = Object.freeze({ edit: 5, firstLetter: 1.5, context: 2, language: 2, frequency: 0.5 });
