import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { buildLexicon, type WordCounts } from './lexicon.ts';
import type { LanguageData } from './matcher.ts';
import { isUnjudged, ownScriptOf } from './own-script.ts';
import { buildDeletionIndex, nearWords } from './spelling.ts';
import { knows } from './word-set.ts';

/**
 * Misspelt words of the phrasings and what they stand for ("docter": doctor). People write as they do, and a phrasing may: but a
 * slip that was learned as a word would no longer be respelt where anybody else makes it. A slip is a word that no general
 * dictionary knows and that stands in no text of ours, near a word that is in one of them and is used more often.
 * @param ours words that are spelt as they should be: of titles and answers
 */
export function slipsIn(
  counts: WordCounts,
  ours: ReadonlySet<string>,
  languages: readonly LanguageData[],
): ReadonlyMap<string, string> {
  // Without a general dictionary nobody can say which of two words is the slip.
  if (languages.some(isUnjudged)) return new Map();
  const ownScript = ownScriptOf(languages);
  const names = new Set(
    languages.flatMap(({ synonyms, domainTerms }) =>
      [...synonyms.flat(), ...domainTerms].flatMap((name) => segment(fold(name))),
    ),
  );
  const isRight = (word: string): boolean =>
    ours.has(word) ||
    names.has(word) ||
    ownScript(word) >= 0 ||
    languages.some(({ words }) => words !== undefined && knows(words, word));
  const lexicon = buildLexicon(counts);
  const index = buildDeletionIndex(lexicon);
  const slips = new Map<string, string>();
  for (const [id, word] of lexicon.words.entries()) {
    if (word.length < shortest || isRight(word)) continue;
    const uses = lexicon.counts[id] as number;
    const [best] = nearWords(index, lexicon, word)
      .map(({ word: near, edits }) => ({
        right: lexicon.words[near] as string,
        uses: lexicon.counts[near] as number,
        edits,
      }))
      .filter((near) => near.uses >= oftener * uses && isRight(near.right))
      .sort((a, b) => a.edits - b.edits || b.uses - a.uses || (a.right < b.right ? -1 : 1));
    if (best !== undefined) slips.set(word, best.right);
  }
  return slips;
}

/** Of three letters any is near any. */
const shortest = 4;
const oftener = 3;
