import { describe, expect, test } from 'vitest';
import { decide } from '../../../src/core/matching/decide.ts';
import { trainModel, type IntentKind } from '../../../src/core/matching/index.ts';
import { deskCorpus } from './desk-corpus.ts';

const trained = trainModel({ ...deskCorpus, intents: [] });
/** Sure from a probability of 0.6 on; always ready to ask. */
const calibration = {
  ...trained.calibration,
  coefficients: [0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
  helpCoefficients: [9, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  accept: 0.6,
  margin: 0.1,
  ask: 0.5,
};
const decideOn = (
  kinds: readonly IntentKind[],
  probabilities: readonly number[],
  byView: readonly (readonly number[])[] = [],
  coefficients: readonly number[] = calibration.coefficients,
  background = 0,
) =>
  decide(
    {
      probabilities: Float64Array.from([...probabilities, background]),
      byView: byView.map((view) => ({ probabilities: Float64Array.from([...view, 0]), share: 1 })),
      likenessTo: () => 0.5,
      energy: 1,
      seen: 1,
    },
    {
      ...trained,
      calibration: { ...calibration, coefficients },
      intents: kinds.map((kind, i) => ({ id: `${kind}-${i}`, kind, phrasings: [] })),
    },
  );

describe('probabilities come to', () => {
  test.each([
    ['an answer when one is clear', ['answer', 'answer', 'gap'], [0.8, 0.15, 0.05], 'answer', 0],
    ['a question between two', ['answer', 'answer', 'gap'], [0.5, 0.45, 0.05], 'clarify', 2],
    ['a question among three that are near', ['answer', 'answer', 'gap'], [0.4, 0.3, 0.3], 'clarify', 3],
    ['a decline between two that are off topic', ['offtopic', 'offtopic', 'answer'], [0.5, 0.45, 0.05], 'decline', 0],
    ['a question when ours is as near', ['offtopic', 'offtopic', 'answer'], [0.4, 0.1, 0.4], 'clarify', 3],
    ['a decline when all else together is nearer', ['offtopic', 'offtopic', 'answer'], [0.3, 0.3, 0.4], 'decline', 0],
    ['a question when little is not ours', ['answer', 'answer', 'offtopic'], [0.52, 0.42, 0.06], 'clarify', 2],
    [
      'an answer when one is clear and little else is',
      ['answer', 'offtopic', 'offtopic'],
      [0.85, 0.08, 0.07],
      'answer',
      0,
    ],
    [
      'a question when one is clear and much is not ours',
      ['answer', 'offtopic', 'offtopic'],
      [0.7, 0.15, 0.15],
      'clarify',
      3,
    ],
    ['a question between small talk and ours', ['smalltalk', 'answer', 'offtopic'], [0.4, 0.35, 0.25], 'clarify', 3],
  ] as const)('%s', (_, kinds, probabilities, kind, candidates) => {
    const match = decideOn(kinds, probabilities);
    expect([match.kind, match.candidates.length]).toEqual([kind, candidates]);
  });
});

test('ordinary talk counts with what is off topic, when what is ours is not sure', () => {
  const of = (background: number) => decideOn(['answer', 'answer'], [0.4, 0.35], [], undefined, background).kind;
  expect([of(0.05), of(0.25)]).toEqual(['clarify', 'decline']);
});

describe('words, characters and direction', () => {
  const coefficients = [0, 1, 0, 0, 0, 0, 0, 1, 1, 1];
  const half = [0.65, 0.3, 0.05];

  test('answer where they agree, and ask where one of them is for another', () => {
    const kinds = ['answer', 'answer', 'gap'] as const;
    const agreed = [half, half, half];
    const disputed = [half, [0.05, 0.9, 0.05], [0.05, 0.9, 0.05]];
    expect(decideOn(kinds, half, agreed, coefficients).kind).toBe('answer');
    expect(decideOn(kinds, half, disputed, coefficients).kind).toBe('clarify');
  });

  test('decline what each of them finds off topic, though not clear which topic', () => {
    const kinds = ['offtopic', 'offtopic', 'answer'] as const;
    const split = [0.5, 0.45, 0.05];
    expect(decideOn(kinds, split, [split, split, split], coefficients).kind).toBe('decline');
    const forOurs = [0.05, 0.05, 0.9];
    expect(decideOn(kinds, split, [forOurs, forOurs, forOurs], coefficients).kind).toBe('clarify');
  });
});
