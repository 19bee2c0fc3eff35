import { describe, expect, test } from 'vitest';
import { accuracyOf, auroc, percentile, type Outcome } from '../../src/eval/metrics.ts';
import { confusionsOf, tableOf } from '../../src/eval/report.ts';
import { fnv1a, withTypos } from '../../src/eval/typos.ts';

const outcome = (expected: string, ranked: readonly string[], confidence: number, declined = false): Outcome => ({
  expected,
  ranked,
  confidence,
  declined,
});

test('accuracy before any threshold, recall and precision of declining', () => {
  const outcomes = [
    outcome('a', ['a', 'b'], 0.9),
    outcome('a', ['b', 'a'], 0.6),
    outcome('b', ['b'], 0.2, true),
    outcome('oos', ['a'], 0.1, true),
    outcome('oos', ['b'], 0.7),
  ];
  expect(accuracyOf(outcomes)).toEqual({
    inScopeAccuracy: 0.6667,
    top3: 1,
    macroF1: 0.6667,
    oosRecall: 0.5,
    oosPrecision: 0.5,
    oosAuroc: 0.6667,
  });
});

test('without a question out of scope its figures are null, not zero', () => {
  const { oosRecall, oosPrecision, oosAuroc } = accuracyOf([outcome('a', ['a'], 1)]);
  expect([oosRecall, oosPrecision, oosAuroc]).toEqual([null, null, null]);
});

describe('area under the curve', () => {
  test.each([
    ['all inside above all outside', [3, 4], [1, 2], 1],
    ['all below', [1, 2], [3, 4], 0],
    ['equal values count half', [1, 1], [1, 1], 0.5],
    ['one pair of four the wrong way round', [2, 4], [1, 3], 0.75],
  ])('%s', (_, inside, outside, area) => {
    expect(auroc(inside, outside)).toBe(area);
  });
});

test('percentiles', () => {
  expect(percentile([5, 1, 3, 2, 4], 0.5)).toBe(3);
  expect(percentile([1, 2], 0.99)).toBe(2);
});

describe('typos', () => {
  test('the seed is FNV-1a', () => {
    expect(fnv1a('')).toBe(0x811c9dc5);
    expect(fnv1a('a')).toBe(0xe40c292c);
    expect(fnv1a('foobar')).toBe(0xbf9cf968);
  });
  test('the same text always gets the same edits, never more than its length allows', () => {
    const texts = Array.from({ length: 400 }, (_, i) => `how do i get my money back ${i}`.slice(0, 8 + (i % 24)));
    for (const text of texts) {
      expect(withTypos(text)).toBe(withTypos(text));
      expect(Math.abs(withTypos(text).length - text.length)).toBeLessThanOrEqual(text.length < 20 ? 1 : 2);
    }
    const changed = texts.filter((text) => withTypos(text) !== text);
    expect(changed.length).toBeGreaterThan(350);
  });
  test('insertion, deletion and a change of place or letter all occur', () => {
    const lengths = Array.from({ length: 200 }, (_, i) => withTypos(`word ${i}`).length - `word ${i}`.length);
    expect(new Set(lengths)).toEqual(new Set([-1, 0, 1]));
  });
  test.each(['', 'a', 'é', '你'])('a text as short as "%s" is no error', (text) => {
    expect(typeof withTypos(text)).toBe('string');
  });
});

test('a table is aligned, a confusion list is by number, then name', () => {
  expect(
    tableOf([
      ['', 'a', 'b'],
      ['accuracy', '81.0 %', null],
      ['µs', 9, 1_000],
    ]),
  ).toBe(['          a       b', 'accuracy  81.0 %     –', 'µs             9  1000'].join('\n'));
  const pairs = [
    { expected: 'a', given: 'b' },
    { expected: 'b', given: 'a' },
    { expected: 'b', given: 'a' },
    { expected: 'c', given: 'c' },
  ];
  expect(confusionsOf(pairs)).toEqual(['   2  b → a', '   1  a → b']);
});
