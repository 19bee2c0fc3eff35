import { expect, test } from 'vitest';
import { buildMatcher } from '../../../src/core/matching/index.ts';
import { deskCorpus } from './desk-corpus.ts';

const matcher = buildMatcher(deskCorpus);
const explanation = matcher.explain('pls delay of my carte européene, reimbursment');
const tokensAfter = (step: string): readonly string[] | undefined =>
  explanation.steps.find((each) => each.step === step)?.tokens;

test('each step shows its tokens', () => {
  expect(tokensAfter('words')).toEqual(['pls', 'delay', 'of', 'my', 'carte', 'europeene', 'reimbursment']);
  expect(tokensAfter('abbreviations')?.[0]).toBe('please');
  expect(tokensAfter('spelling')).toContain('reimbursement');
  expect(tokensAfter('synonyms')).toContain('ehic');
  expect(tokensAfter('stems')).toContain('reimburs');
});

test('each correction is listed', () => {
  expect(explanation.corrections).toContainEqual({ from: 'reimbursment', to: 'reimbursement' });
});

test('the winner and the runner-up each name a phrasing of theirs and what spoke for them', () => {
  expect(explanation.evidence.map(({ intent }) => intent)).toEqual(
    explanation.match.ranked.slice(0, 2).map(({ intent }) => intent),
  );
  for (const { intent, phrasing, features } of explanation.evidence) {
    const own = deskCorpus.intents.find(({ id }) => id === intent)?.phrasings.map(({ text }) => text);
    expect(own).toContain(phrasing);
    expect(features.length).toBeGreaterThan(0);
    const weights = features.map(({ weight }) => Math.abs(weight));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  }
});

test('the decision explained is the decision taken', () => {
  for (const text of ['how do i register', 'card', '', '今天', 'délai']) {
    expect(matcher.explain(text).match).toEqual(matcher.match(text));
  }
  expect(explanation.threshold).toBeGreaterThan(0);
  expect(explanation.threshold).toBeLessThanOrEqual(1);
  expect(explanation.margin).toBeGreaterThanOrEqual(0);
});
