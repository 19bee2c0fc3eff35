import type { LabelledText } from '../../../src/eval/corpus-file.ts';

/** How many phrasings an intent has: few, so that the number of intents, which is what costs, is high. */
const phrasingsPerIntent = 5;

/**
 * A corpus of any size, always the same: words of made-up syllables with the frequencies of a language (Zipf), each
 * intent with words of its own among common ones. The questions are phrasings of the same intents that are not in it.
 */
export function makeCorpus(phrasings: number): { texts: LabelledText[]; questions: LabelledText[] } {
  const next = generator(phrasings);
  const vocabulary = Array.from({ length: Math.min(40_000, 500 + phrasings) }, (_, rank) => wordOf(rank));
  const common = (): string => vocabulary[Math.floor(200 * next() ** 3)] ?? '';
  const texts: LabelledText[] = [];
  const questions: LabelledText[] = [];
  for (let intent = 0; intent < phrasings / phrasingsPerIntent; intent++) {
    const topic = Array.from(
      { length: 5 },
      () => vocabulary[200 + Math.floor((vocabulary.length - 200) * next() ** 2)] ?? '',
    );
    const phrase = (): LabelledText => ({
      text: phrasing(topic, common, next),
      intent: `intent-${intent}`,
      lang: 'en',
    });
    for (let i = 0; i < phrasingsPerIntent; i++) texts.push(phrase());
    if (intent % Math.ceil(phrasings / phrasingsPerIntent / 500) === 0) questions.push(phrase());
  }
  return { texts, questions };
}

/** Eight words, two or three of them the topic's. */
function phrasing(topic: readonly string[], common: () => string, next: () => number): string {
  return Array.from({ length: 8 }, (_, i) =>
    i % 3 === 2 ? (topic[Math.floor(next() * topic.length)] ?? '') : common(),
  ).join(' ');
}

/** The rank written in syllables: short words for common ranks, as in a language. */
function wordOf(rank: number): string {
  const syllables: string[] = [];
  for (let rest = rank + 7; rest > 0; rest = Math.floor(rest / 60)) {
    syllables.push(
      `${consonants[(rest * 7) % 15] ?? ''}${vowels[rest % 5] ?? ''}${rest % 60 > 30 ? (consonants[rest % 15] ?? '') : ''}`,
    );
  }
  return syllables.join('');
}

function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}

const consonants = 'bcdfgklmnprstvz';
const vowels = 'aeiou';
