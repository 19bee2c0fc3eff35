import type { Passage } from './features.ts';
import type { KnownIn, Lexicon, Mention } from './lexicon.ts';
import type { Span } from './read-words.ts';

/**
 * Without the mentions that are words of a language which the sentence is not written in: "pour" is no Portuguese, "die"
 * no English. Phrases stay, and what no dictionary of the sentence's own language knows.
 */
export function inTheirLanguage(
  mentions: readonly Mention[],
  words: readonly string[],
  sentences: readonly Span[],
  { languages, everywhere, knownIn }: Pick<Lexicon, 'languages' | 'everywhere' | 'knownIn'>,
): readonly Mention[] {
  const counts = sentences.map((sentence) => countKnown(words, sentence, languages.length, knownIn));
  let at = 0;
  return mentions.filter(({ from, to, language }) => {
    while (at > 0 && from < (sentences[at] as Span)[0]) at--;
    while (at + 1 < sentences.length && from >= (sentences[at] as Span)[1]) at++;
    const known = counts[at] ?? [];
    const best = known.indexOf(Math.max(...known));
    const [start, end] = sentences[at] as Span;
    if (to - from > 1 || language === best || (known[best] ?? 0) < Math.max(2, mostly * (end - start))) return true;
    if ((known[language] ?? 0) >= nearlyAsMuch * (known[best] ?? 0)) return true;
    const isWordThere = (knownIn(words[from] as string) & (1 << best)) !== 0;
    return !isWordThere && (everywhere & (1 << language)) !== 0;
  });
}

/** How much of a passage is in each language: its words there, and more the words that mean something to us. */
export function languageScores(
  { words, hits }: Pick<Passage, 'words' | 'hits'>,
  { languages, letters, knownIn }: Lexicon,
): Readonly<Record<string, number>> {
  const known = countKnown(words, [0, words.length], languages.length, knownIn);
  for (const { mentions } of hits) for (const { language } of mentions) known[language] = (known[language] ?? 0) + 0.5;
  return Object.fromEntries(languages.map((language, n) => [language, (known[n] ?? 0) + written(words, letters[n])]));
}

/** A script says by itself in which language of ours a text is written. */
function written(words: readonly string[], letter: RegExp | null | undefined): number {
  return letter == null ? 0 : words.filter((word) => letter.test(word)).length;
}

function countKnown(words: readonly string[], [from, to]: Span, languages: number, knownIn: KnownIn): number[] {
  const counts = new Array<number>(languages).fill(0);
  for (let at = from; at < to; at++) {
    const known = knownIn(words[at] as string);
    for (let language = 0; language < languages; language++)
      if ((known & (1 << language)) !== 0) counts[language] = (counts[language] as number) + 1;
  }
  return counts;
}

/** Of a sentence's words: enough to say which language it is in. */
const mostly = 0.5;
/** Sentences of two languages, or of two that are alike. */
const nearlyAsMuch = 0.75;
