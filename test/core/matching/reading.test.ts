import { describe, expect, test } from 'vitest';
import { createRewriter, rewrite } from '../../../src/core/matching/rewrite.ts';
import { createStemmer } from '../../../src/core/matching/stem.ts';
import { buildWordSet, knows } from '../../../src/core/matching/word-set.ts';

describe('rewriting', () => {
  const rewriter = createRewriter([
    [['carte', 'vitale'], ['vitale']],
    [['carte'], ['card']],
    [['carte'], ['map']],
    [['u'], ['you']],
    [['please'], []],
  ]);
  test.each([
    ['the longest rule wins', ['ma', 'carte', 'vitale'], ['ma', 'vitale']],
    ['a shorter one else', ['ma', 'carte'], ['ma', 'card']],
    ['a rule may leave out', ['u', 'please'], ['you']],
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
