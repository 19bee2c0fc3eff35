import { expect, test } from 'vitest';
import { createDangerDetector, type DangerData } from '../../../src/core/danger/index.ts';
import { trainDanger } from '../../../src/core/danger/train.ts';

const noSigns = { certain: [], possible: [] };
const line = (text: string, degree: 'certain' | 'possible' | 'none') =>
  ({ text, context: [], degree, kind: degree === 'none' ? null : 'life', ordinary: false }) as const;
const data: DangerData = {
  lexicons: {
    en: {
      breathe: ['breath*'],
      not: ['not'],
      figure: ['take my breath away'],
      insurance: ['insurance'],
      past: ['last year'],
    },
  },
  everywhere: ['en'],
  dictionaries: {},
  signs: {
    life: { certain: ['breathe + not / 4'], possible: ['breathe'] },
    fire: noSigns,
    violence: noSigns,
    'self-harm': noSigns,
  },
  excuses: ['past', 'figure'],
  asides: ['insurance'],
  examples: [
    line('he does not breathe', 'certain'),
    line('she is not breathing', 'certain'),
    line('my friend is not breathing help', 'certain'),
    line('hard to breathe sometimes', 'possible'),
    line('last year he did not breathe well', 'none'),
    line('these prices take my breath away', 'none'),
  ],
  ordinary: ['how do I register', 'where is my card', 'how much is a doctor', 'I need a number'],
};
const model = trainDanger(data);
const { hear, explain } = createDangerDetector(data, model);

test('the same lessons give the same bytes', () => {
  expect(trainDanger(data).weights).toEqual(model.weights);
});

test('signs that meet are danger; the same words far apart, or in a figure of speech, are none', () => {
  expect(hear('HELP my sister is not breathing')).toMatchObject({ degree: 'certain', kind: 'life' });
  expect(hear('how do I register')).toBeNull();
  expect(explain('they take my breath away').signs).toEqual([]);
});

test('an explanation names the signs, what excuses them, and what the classifier answers', () => {
  const { signs, excuses, answers } = explain('last year she was not breathing');
  expect(signs).toContain('life, certain: breathe + not / 4');
  expect(excuses).toEqual(['past']);
  expect(answers?.danger).toBeGreaterThan(0);
});

test('the time grows with the text alone', () => {
  const long = 'my sister is not here and I do not know where the office is. '.repeat(1_600);
  hear(long);
  // The least of three: other work only adds to it.
  const took = ['again', 'once more', 'and then'].map((end) => {
    const before = process.threadCpuUsage();
    hear(`${long} ${end}`);
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1_000;
  });
  // A millisecond for a thousand characters is asked for; five times that is a fault whatever else the machine does.
  expect(Math.min(...took)).toBeLessThan((5 * long.length) / 1_000);
});
