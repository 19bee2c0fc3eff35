import type { DeletionIndex } from './deletion-index.ts';
import { fold } from '../../text/fold.ts';
import { segment } from '../../text/segment.ts';
import { learnBearings, noBearings, type Bearings } from './bearing.ts';
import {
  abbreviationsOf,
  buildLexicon,
  openLexicon,
  openWords,
  replacementsIn,
  type Dictionary,
  type Lexicon,
  type Replacements,
} from './lexicon.ts';
import { FeatureTableBuilder } from './feature-table.ts';
import { createWordFeatures, featuresOf, type Features, type WordFeatures } from './features.ts';
import { createEncoder, featureCount, type Encoding } from './encoder.ts';
import type { ClassIndex } from './class-index.ts';
import { hashText } from './hash.ts';
import { withoutFraming } from './framing.ts';
import { trainClassIndex } from './logistic.ts';
import type { LanguageData } from './matcher.ts';
import { written } from './rewrite.ts';
import type { MatcherSettings } from './settings.ts';
import { slipsIn } from './slips.ts';
import { buildDeletionIndex } from './spelling.ts';

/** One text to learn from. `class` counts from 0; `language` is an index into the languages. */
export type Lesson = {
  readonly text: string;
  readonly class: number;
  readonly language: number;
  readonly weight: number;
  /** A title or a sentence of the answer, not a phrasing: learned from, never examined on. */
  readonly body: boolean;
};

/** Everything learned from the lessons. Plain data. */
export type Learned = {
  readonly lexicon: Lexicon;
  readonly replacements: Replacements;
  readonly deletions: DeletionIndex;
  readonly encoding: Encoding;
  readonly index: ClassIndex;
};

/** The words of each lesson, folded: what all that learns from it begins with. */
export function lessonWords(lessons: readonly Lesson[]): readonly (readonly string[])[] {
  return lessons.map(({ text }) => segment(fold(text)));
}

/** Pure: the same lessons in the same order give the same bytes. */
export function learn(
  lessons: readonly Lesson[],
  languages: readonly LanguageData[],
  classes: number,
  settings: MatcherSettings,
  words = lessonWords(lessons),
): Learned {
  const written = writtenOut(words, lessons, languages);
  const ours = new Set(written.filter((_, i) => (lessons[i] as Lesson).body).flat());
  const slips = slipsIn(countWords(written, lessons, languages), ours, languages);
  const texts = written.map((words) => words.map((word) => slips.get(word) ?? word));
  const lexicon = buildLexicon(countWords(texts, lessons, languages));
  const known = openWords(lexicon, languages);
  const replacements = replacementsIn(known);
  const dictionary = openLexicon(known, replacements);
  const wordFeatures = createWordFeatures(dictionary.stem, dictionary.partsOf);
  const features = texts.map((words) => lessonFeatures(words, dictionary, wordFeatures));
  const encoding = buildEncoding(features, bearingsOf(features, lessons, classes, settings), settings.rarityFloor);
  const encode = createEncoder(encoding, settings);
  const examples = features.map((each, i) => {
    const { class: target, weight, text } = lessons[i] as Lesson;
    return { vector: encode(each), class: target, weight, turn: hashText(text) };
  });
  return {
    lexicon,
    replacements,
    deletions: buildDeletionIndex(lexicon),
    encoding,
    index: trainClassIndex(examples, featureCount(encoding), classes, settings),
  };
}

function writtenOut(
  words: readonly (readonly string[])[],
  lessons: readonly Lesson[],
  languages: readonly LanguageData[],
): string[][] {
  const abbreviations = abbreviationsOf(languages);
  return words.map((typed, i) => written(typed, abbreviations[(lessons[i] as Lesson).language]));
}

/** Uses of each word by language; the words of synonyms count, for a name must be known before anyone has used it. */
function countWords(texts: readonly string[][], lessons: readonly Lesson[], languages: readonly LanguageData[]) {
  const counts = new Map<string, number[]>();
  const count = (word: string, language: number): void => {
    const uses = counts.get(word) ?? languages.map(() => 0);
    uses[language] = (uses[language] as number) + 1;
    counts.set(word, uses);
  };
  texts.forEach((words, i) => {
    for (const word of words) count(word, (lessons[i] as Lesson).language);
  });
  languages.forEach(({ synonyms }, language) => {
    for (const name of synonyms.flat()) for (const word of segment(fold(name))) count(word, language);
  });
  return counts;
}

function lessonFeatures(
  words: readonly string[],
  { framing, named, textVector }: Dictionary,
  wordFeatures: (word: string) => WordFeatures,
): Features {
  const bare = withoutFraming(framing, words);
  return featuresOf(named(bare), wordFeatures, textVector);
}

/** A direction is a feature of every text: in more classes than any feature may have, it is left out like the others. */
function bearingsOf(
  features: readonly Features[],
  lessons: readonly Lesson[],
  classes: number,
  { mostClasses, evenness }: MatcherSettings,
): Bearings {
  if (classes > mostClasses) return noBearings;
  const pointing = features.map(({ direction }, i) => {
    const { class: target, weight } = lessons[i] as Lesson;
    return { direction, class: target, weight };
  });
  return learnBearings(pointing, classes - 1, evenness);
}

/** Inverse document frequency over the lessons. */
function buildEncoding(texts: readonly Features[], bearings: Bearings, rarityFloor: number): Encoding {
  const builder = new FeatureTableBuilder();
  const frequency: number[] = [];
  const last: number[] = [];
  texts.forEach(({ words, pairs, grams }, text) => {
    for (const hashes of [words, pairs, ...grams]) {
      for (const hash of hashes) {
        const id = builder.idOf(hash);
        if (last[id] === text) continue;
        last[id] = text;
        frequency[id] = (frequency[id] ?? 0) + 1;
      }
    }
  });
  const idf = (seen: number): number => rarityFloor + Math.log((1 + texts.length) / (1 + seen));
  return { table: builder.freeze(), idf: Float32Array.from(frequency, idf), unseenIdf: idf(0), bearings };
}
