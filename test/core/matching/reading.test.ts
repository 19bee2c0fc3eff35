import { describe, expect, test } from 'vitest';
import { fold, longestText } from '../../../src/core/matching/fold.ts';
import { wordsOf } from '../../../src/core/matching/words.ts';
import { createRewriter, rewrite } from '../../../src/core/matching/rewrite.ts';
import { createStemmer } from '../../../src/core/matching/stem.ts';
import { buildWordSet, knows } from '../../../src/core/matching/word-set.ts';
import { closest } from '../../../src/core/matching/closest.ts';

test.each([
  ['case', 'CPAM', 'cpam'],
  ['accents', 'Éléonore à Orléans', 'eleonore a orleans'],
  ['ligatures that Unicode keeps', 'ma sœur, Æsop, Straße', 'ma soeur, aesop, strasse'],
  ['full width', 'ＣＥＡＭ', 'ceam'],
  ['invisible and direction marks', 'a\u200bb\u202ec\u2066d\ufe0f', 'abcd'],
  ['half surrogates', 'a\ud800b', 'a b'],
  ['controls', 'a\u0000b', 'a b'],
  ['a tower of combining marks', `e${'\u0301'.repeat(500)}`, 'e'],
  ['letters held down', 'heeeeelp', 'heelp'],
  ['figures, which are not letters', '10000', '10000'],
  ['the vowel signs of Hindi, which are letters', 'हिन्दी', 'हिन्दी'],
  ['Arabic vowel marks', 'سَلَام', 'سلام'],
])('folding: %s', (_, text, folded) => {
  expect(fold(text)).toBe(folded);
});

test('no more than the first characters of a text are read, however they unfold', () => {
  expect(fold('x y '.repeat(50_000)).length).toBeLessThanOrEqual(longestText);
  expect(fold('ﷺ'.repeat(5_000)).length).toBeLessThanOrEqual(longestText);
});

test.each([
  ['an apostrophe parts words', "l'assurance d'un étudiant", ['l', 'assurance', 'd', 'un', 'etudiant']],
  ['a negation is kept', "i don't have", ['i', 'don', 't', 'have']],
  ['names of forms and numbers are kept', 'SE 401-Q-102 bis, S1, 3646', ['se', '401', 'q', '102', 'bis', 's1', '3646']],
  ['Chinese is divided by its dictionary', '社会保险', ['社会', '保险']],
  ['nothing is no word', '…!?', []],
])('words: %s', (_, text, words) => {
  expect(wordsOf(fold(text))).toEqual(words);
});

describe('rewriting', () => {
  const rewriter = createRewriter([
    [['carte', 'vitale'], ['vitale']],
    [['carte'], ['card']],
    [['u'], ['you']],
  ]);
  test.each([
    ['the longest rule wins', ['ma', 'carte', 'vitale'], ['ma', 'vitale']],
    ['a shorter one else', ['ma', 'carte'], ['ma', 'card']],
    ['what no rule names stays', ['vitale'], ['vitale']],
    ['nothing stays nothing', [], []],
  ])('%s', (_, words, expected) => {
    expect(rewrite(rewriter, words)).toEqual(expected);
  });
});

test('a stemmer that the library lacks is an error that lists those it has', () => {
  expect(() => createStemmer('klingon')).toThrow(/english, finnish, french/);
  expect(createStemmer(null)('registering')).toBe('registering');
});

test('a word set knows its words and next to no others', () => {
  const words = Array.from({ length: 5_000 }, (_, i) => `word${i}`);
  const set = buildWordSet(words);
  expect(words.every((word) => knows(set, word))).toBe(true);
  const strangers = Array.from({ length: 5_000 }, (_, i) => `stranger${i}`);
  expect(strangers.filter((word) => knows(set, word)).length).toBeLessThan(50);
  expect(knows(buildWordSet([]), 'word')).toBe(false);
});

describe('the entry of a short list that is meant', () => {
  const list = ['Less than 3 months', '3 months or more', 'Québec', 'Côte d’Ivoire', 'Brazil', 'Tranquillité'];
  test.each([
    ['exactly', '3 months or more', '3 months or more'],
    ['without accents', 'quebec', 'Québec'],
    ['with a letter wrong', 'brasil', 'Brazil'],
    ['with a letter missing', 'tranquilité', 'Tranquillité'],
    ['in part', 'ivoire', 'Côte d’Ivoire'],
  ])('%s', (_, text, entry) => {
    expect(closest(text, list)[0]).toBe(entry);
  });
  test('nothing near is nothing, and so is nothing said', () => {
    expect(closest('zzzzzz', list)).toEqual([]);
    expect(closest('  ', list)).toEqual([]);
  });
});
