import { describe, expect, test } from 'vitest';
import { closest } from '../../../src/core/matching/closest.ts';
import { decide } from '../../../src/core/matching/decide.ts';
import { trainModel, type IntentKind } from '../../../src/core/matching/index.ts';
import { deskCorpus } from './desk-corpus.ts';

const trained = trainModel({ ...deskCorpus, intents: [] });
/** Sure from a probability of 0.6 on; always ready to ask. */
const calibration = {
  ...trained.calibration,
  coefficients: [0, 1, 0, 0, 0, 0, 0],
  helpCoefficients: [9, 0, 0, 0, 0, 0, 0],
  accept: 0.6,
  margin: 0.1,
  ask: 0.5,
};
const decideOn = (kinds: readonly IntentKind[], probabilities: readonly number[]) =>
  decide(
    { probabilities: Float64Array.from([...probabilities, 0]), likenessTo: () => 0.5, energy: 1, seen: 1 },
    { ...trained, calibration, intents: kinds.map((kind, i) => ({ id: `${kind}-${i}`, kind, phrasings: [] })) },
  );

describe('probabilities come to', () => {
  test.each([
    ['an answer when one is clear', ['answer', 'answer', 'gap'], [0.8, 0.15, 0.05], 'answer', 0],
    ['a question between two', ['answer', 'answer', 'gap'], [0.5, 0.45, 0.05], 'clarify', 2],
    ['a question among three that are near', ['answer', 'answer', 'gap'], [0.4, 0.3, 0.3], 'clarify', 3],
    ['a decline between two that are off topic', ['offtopic', 'offtopic', 'answer'], [0.5, 0.45, 0.05], 'decline', 0],
    ['a question when ours is as near', ['offtopic', 'offtopic', 'answer'], [0.4, 0.1, 0.4], 'clarify', 3],
    ['a question when ours is nearest', ['offtopic', 'offtopic', 'answer'], [0.3, 0.3, 0.4], 'clarify', 3],
  ] as const)('%s', (_, kinds, probabilities, kind, candidates) => {
    const match = decideOn(kinds, probabilities);
    expect([match.kind, match.candidates.length]).toEqual([kind, candidates]);
  });
});

test('of two entries equally near, the first of the list comes first', () => {
  expect(closest('brasil', ['Bravil', 'Brazil'])).toEqual(['Bravil', 'Brazil']);
  expect(closest('brasil', ['Brazil', 'Bravil'])).toEqual(['Brazil', 'Bravil']);
});
