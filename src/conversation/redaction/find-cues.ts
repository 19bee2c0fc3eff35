import { createReadWords, wordsIn, type Word } from './read-words.ts';

/** Words of a list that stand in a text: "my name is", 护照号码. */
export type Cue = { readonly start: number; readonly end: number };

/** Where the words of a list stand, from left to right, the longest phrase first; none overlaps another of its list. */
export type FindCues<List extends string> = (text: string, list: List) => readonly Cue[];

type Phrase = { readonly words: readonly string[]; readonly list: string };

/**
 * Looks words up where they stand, so that the time is the text's length, however many phrases and languages there are.
 * Accents, case and the kind of apostrophe make no difference.
 */
export function createFindCues<List extends string>(
  lists: Readonly<Record<List, readonly string[]>>,
): FindCues<List> & { readonly words: (text: string) => readonly Word[] } {
  const byFirst = phrasesByFirst(lists);
  const words = createReadWords();
  let last: { readonly text: string; readonly cues: ReadonlyMap<string, readonly Cue[]> } | null = null;
  const find: FindCues<List> = (text, list) => {
    if (last?.text !== text) last = { text, cues: cuesIn(text, words(text), byFirst) };
    return last.cues.get(list) ?? [];
  };
  return Object.assign(find, { words });
}

function phrasesByFirst(lists: Readonly<Record<string, readonly string[]>>): ReadonlyMap<string, readonly Phrase[]> {
  const byFirst = new Map<string, Phrase[]>();
  for (const [list, phrases] of Object.entries(lists)) {
    for (const phrase of new Set(phrases)) {
      const words = wordsIn(phrase.normalize('NFC')).map(({ folded }) => folded);
      const [first] = words;
      if (first !== undefined) byFirst.set(first, [...(byFirst.get(first) ?? []), { words, list }]);
    }
  }
  for (const phrases of byFirst.values()) phrases.sort((a, b) => b.words.length - a.words.length);
  return byFirst;
}

function cuesIn(
  text: string,
  words: readonly Word[],
  byFirst: ReadonlyMap<string, readonly Phrase[]>,
): ReadonlyMap<string, readonly Cue[]> {
  const cues = new Map<string, Cue[]>();
  for (const [at, { folded, start }] of words.entries()) {
    for (const { words: phrase, list } of startingAt(folded, byFirst)) {
      const held = cues.get(list) ?? [];
      const last = words[at + phrase.length - 1];
      if (last === undefined || start < (held.at(-1)?.end ?? 0) || !standsAt(text, words, at, phrase)) continue;
      held.push({ start, end: last.end });
      cues.set(list, held);
    }
  }
  return cues;
}

/** In Arabic "and", "in" and "for" are written onto the word. */
function startingAt(word: string, byFirst: ReadonlyMap<string, readonly Phrase[]>): readonly Phrase[] {
  const known = byFirst.get(word);
  if (known !== undefined) return known;
  return arabicParticle.test(word) ? (byFirst.get(word.slice(1)) ?? []) : [];
}

function standsAt(text: string, words: readonly Word[], at: number, phrase: readonly string[]): boolean {
  return phrase.every((word, index) => {
    const [before, here] = [words[at + index - 1], words[at + index]];
    if (here === undefined) return false;
    if (index === 0) return true;
    return here.folded === word && before !== undefined && joins.test(text.slice(before.end, here.start));
  });
}

const arabicParticle = /^[وفبلك]\p{Script=Arabic}{2}/u;
/** What may stand between two words of a phrase. */
const joins = /^[ \u00a0\u202f\n'’‘´`.°º-]{0,3}$/;
