import { describe, expect, test } from 'vitest';
import { openLexicon } from '../../../src/core/danger/lexicon.ts';
import { readWords, type Span } from '../../../src/core/danger/read-words.ts';
import { inTheirLanguage, languageScores } from '../../../src/core/danger/spoken.ts';
import { writeLexicon } from '../../../src/core/danger/write-lexicon.ts';

const words: Readonly<Record<string, readonly string[]>> = {
  en: ['my', 'friend', 'is', 'here', 'with', 'samu', 'no'],
  es: ['mi', 'amigo', 'llama', 'al', 'ahora', 'con', 'no'],
};
const lexicon = openLexicon(
  writeLexicon({
    en: { here: ['here'] },
    es: { with: ['con'] },
    fr: { ambulance: ['samu'] },
    pt: { ambulance: ['samu'] },
    ru: {},
    ar: {},
    zh: {},
    ja: {},
    ko: {},
    xx: {},
  }),
  (word, language) => words[language]?.includes(word) === true,
  (language) => language === 'fr',
);

describe('a script says by itself in which language a text is written', () => {
  test.each([
    ['a Russian sentence', 'где моя карта', 'ru'],
    ['an Arabic one', 'أين بطاقتي', 'ar'],
    ['a Chinese one', '我的卡在哪里', 'zh'],
    ['a Japanese one', 'わたしのカード', 'ja'],
    ['a Korean one', '내 카드', 'ko'],
  ])('%s', (_, text, language) => {
    const scores = languageScores({ words: readWords(text).words, hits: [] }, lexicon);
    expect(Object.entries(scores).filter(([, score]) => score > 0)).toEqual([[language, expect.any(Number)]]);
  });

  test('the Latin one says nothing', () => {
    const scores = languageScores({ words: ['waar', 'kaart'], hits: [] }, lexicon);
    expect(Object.values(scores).every((score) => score === 0)).toBe(true);
  });
});

describe('in a sentence of another language', () => {
  const meant = (text: string): readonly string[] => {
    const read = readWords(text);
    const sentences: readonly Span[] = read.sentences;
    return inTheirLanguage(lexicon.mentionsIn(read.words), read.words, sentences, lexicon).map(
      ({ language }) => lexicon.languages[language] ?? '',
    );
  };

  test('words of a language that is said anywhere mean what they mean there', () => {
    expect(meant('mi amigo llama al samu ahora')).toEqual(['fr']);
  });

  test('not where they are words of the sentence itself', () => {
    expect(meant('my friend is with samu')).toEqual([]);
  });
});
