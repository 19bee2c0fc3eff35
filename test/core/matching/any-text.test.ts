import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildMatcher } from '../../../src/core/matching/index.ts';
import { longestText } from '../../../src/text/fold.ts';
import { deskCorpus } from './desk-corpus.ts';

const matcher = buildMatcher(deskCorpus);
const intents = new Set(deskCorpus.intents.map(({ id }) => id));

/** Anything that can stand in a JavaScript string, half surrogates included. */
const anyText = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

describe('whatever the text, nothing throws and the answer is well formed:', () => {
  test.each([
    ['half surrogates, controls, marks', anyText],
    ['real characters of every script', fc.string({ unit: 'binary' })],
    ['letters with their marks', fc.string({ unit: 'grapheme' })],
  ])('%s', (_, arbitrary) => {
    fc.assert(
      fc.property(arbitrary, (text) => {
        const { kind, ranked, candidates } = matcher.match(text);
        expect(['answer', 'clarify', 'decline']).toContain(kind);
        for (const { intent, score } of [...ranked, ...candidates]) {
          expect(intents.has(intent)).toBe(true);
          expect(score >= 0 && score <= 1).toBe(true);
        }
        expect(matcher.explain(text).match).toEqual(matcher.match(text));
        matcher.identifyLanguage(text);
      }),
      { numRuns: 200, seed: 22_11_2026 },
    );
  });
});

test('the same text has the same answer whatever was asked before', () => {
  fc.assert(
    fc.property(fc.array(anyText, { maxLength: 5 }), (others) => {
      const before = matcher.match('how do i regster');
      for (const other of others) matcher.match(other);
      expect(matcher.match('how do i regster')).toEqual(before);
    }),
    { numRuns: 50, seed: 22_11_2026 },
  );
});

const floods: readonly (readonly [string, string])[] = [
  ['one letter, 100,000 times', 'a'.repeat(100_000)],
  ['10,000 words', 'reimbursement '.repeat(10_000)],
  ['10,000 misspelt words', 'reimbrusemnt '.repeat(10_000)],
  ['a tower of combining marks', `e${'\u0301\u0323'.repeat(50_000)}`],
  ['right-to-left overrides', '\u202erefund\u202c'.repeat(10_000)],
  ['zero-width characters', `re${'\u200b'.repeat(100_000)}fund`],
  ['half surrogates', '\ud800'.repeat(100_000)],
  ['figures', '0123456789'.repeat(10_000)],
  ['emoji with joiners', '👩‍👩‍👧‍👦'.repeat(10_000)],
  ['a bomb for regular expressions', `${'('.repeat(50_000)}${'a+'.repeat(50_000)}!`],
  ['one ligature that unfolds into eighteen letters', 'ﷺ'.repeat(50_000)],
  ['Chinese without a space', '健康保险注册'.repeat(20_000)],
  ['Thai without a space', 'ประกันสุขภาพ'.repeat(10_000)],
];

test.each(floods)('no more is read of %s than of a long text', (_, flood) => {
  expect(matcher.match(flood)).toEqual(matcher.match(flood.slice(0, longestText)));
  const { steps } = matcher.explain(flood);
  for (const { tokens } of steps) expect(tokens.join(' ').length).toBeLessThanOrEqual(2 * longestText);
});
