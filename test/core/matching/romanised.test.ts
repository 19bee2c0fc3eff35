import { expect, test } from 'vitest';
import { buildWordSet, type LanguageData } from '../../../src/core/matching/index.ts';
import { romanisedReader } from '../../../src/core/matching/romanised.ts';

const plain = { stemmer: null, compoundLinks: [], synonyms: [], abbreviations: {}, domainTerms: [], framing: [] };
const french = ['mois', 'quelle', 'carte', 'faut', 'avoir', 'combien', 'coute', 'droit'];
const languages: readonly LanguageData[] = [
  { ...plain, language: 'fr', words: buildWordSet(french) },
  { ...plain, language: 'ar', romanised: ['kifach', 'bghit', '3la'] },
];
const languageOf = romanisedReader(languages, (language, word) => language === 0 && french.includes(word));
const read = (text: string) => languageOf(text.split(' '))?.language ?? null;

test.each([
  ['a word that nobody else has', 'kifach', 'ar'],
  ['among borrowed ones', 'bghit carte', 'ar'],
  ['a figure between letters', 'carte ta2min', 'ar'],
  ['a figure before letters', '9adech', 'ar'],
  ['a word of the list that the rule does not know', '3la', 'ar'],
  ['a word that nobody knows', 'tashkent', null],
  ['three words of another language and none of its own', 'combien coute carte', null],
  ['one word among many of another language', 'bghit combien coute carte faut avoir', null],
  ['a number and its unit', '3mois', null],
  ['an ordinal', '3eme', null],
  ['a year of study written onto its subject', 'm2droit', null],
  ['a code', 'e106 s1 c2c d17s2', null],
  ['figures alone', '3646', null],
  ['nothing', '', null],
])('%s: %s', (_, text, language) => {
  expect(read(text)).toBe(language);
});

test('the more words are another language’s, the less it is sure', () => {
  const sure = languageOf(['bghit'])!.confidence;
  expect(sure).toBe(1);
  expect(languageOf(['bghit', 'carte'])!.confidence).toBeLessThan(sure);
});

test('a language in its own letters alone is never told', () => {
  expect(romanisedReader(languages.slice(0, 1), () => false)(['kifach'])).toBeNull();
});
