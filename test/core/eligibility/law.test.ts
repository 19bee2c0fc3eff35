import { describe, expect, test } from 'vitest';
import { decideEligibility, type Law } from '../../../src/core/eligibility/index.ts';
import { thresholds } from '../../../src/core/eligibility/law.ts';
import { AppError } from '../../../src/core/errors.ts';
import type { Rate, Rates } from '../../../src/core/dated.ts';
import { rateNamed } from '../../../src/core/rates.ts';
import { law, student } from './law.ts';
import { people } from './people.ts';

/** The rates with one of them changed. */
function withRate(id: string, changed: Partial<Rate>): Rates {
  return { ...law.rates, [id]: { ...rateNamed(law.rates, id), ...changed } };
}

test.each<readonly [string, string, Partial<Rate>]>([
  ['a threshold without a value', 'short-stay', { values: [] }],
  ['a number where a day has to be', 'puma-start', { values: rateNamed(law.rates, 'short-stay').values }],
  ['a day where a number has to be', 'short-stay', { values: rateNamed(law.rates, 'puma-start').values }],
])('%s stops the rules by the name of the rate', (_, id, changed) => {
  const read = () => thresholds({ ...law, rates: withRate(id, changed) });
  expect(read).toThrow(AppError);
  expect(read).toThrow(expect.objectContaining({ code: 'knowledge/invalid-file', details: { id } }));
});

test('the thresholds of one set of rates are read once', () => {
  expect(thresholds(law)).toBe(thresholds(law));
});

describe('what rows say', () => {
  test.each<readonly [string, Law, RegExp]>([
    ['a row that says nothing', { ...law, rows: {} }, /"D29".*knowledge\/eligibility\/D29\.yaml/],
    [
      'a step that the guidance lacks',
      { ...law, guidance: { ...law.guidance, steps: {} } },
      /"ask-home-fund".*steps of knowledge\/guidance\.yaml/,
    ],
    ['an add-on that it lacks', { ...law, guidance: { ...law.guidance, addOns: {} } }, /"A1".*addOns of/],
  ])('%s stops it by name', (_, broken, message) => {
    const decide = () => decideEligibility(student(people.D29), broken);
    expect(decide).toThrow(message);
    const id = message.source.split('"')[1];
    expect(decide).toThrow(expect.objectContaining({ code: 'knowledge/unknown-reference', details: { id } }));
  });
});
