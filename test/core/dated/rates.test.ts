import { describe, expect, test } from 'vitest';
import type { Rate } from '../../../src/core/dated.ts';
import { AppError } from '../../../src/core/errors.ts';
import { dayOf, figuresOn, numberOf, rangeOf } from '../../../src/core/figures.ts';
import { rateNamed, valueOn } from '../../../src/core/rates.ts';
import { data, day } from '../scenarios/data.ts';
import { figureScenarios, ratesCovered } from '../scenarios/figures.ts';

describe('value: every figure on the days around its changes', () => {
  test.each(figureScenarios)('$says', ({ run, gives }) => {
    expect(run(data)).toEqual(gives);
  });

  test('no rate file is without such a line, except those that answers alone added', () => {
    const uncovered = Object.keys(data.rates).filter((id) => !ratesCovered.has(id));
    // Figures quoted from one document; their answers are tested with the answers.
    expect(uncovered.filter((id) => data.rates[id]?.values.length !== 1)).toEqual([]);
  });
});

describe('references: every value has its facts and its days', () => {
  test('a value tells its first and its last day', () => {
    expect(valueOn(rateNamed(data.rates, 'gp-visit'), day('2021-10-10'))).toEqual({
      kind: 'known',
      value: 2500,
      from: '2017-05-01',
      until: '2023-10-31',
      facts: ['X-30', 'S2-18', 'S3-26'],
    });
  });

  test('the value in force has no last day', () => {
    expect(valueOn(rateNamed(data.rates, 'gp-visit'), day('2026-11-22'))).toMatchObject({ until: null });
  });

  test('the last value before an end ends the day before', () => {
    expect(valueOn(rateNamed(data.rates, 'student-contribution'), day('2018-08-31'))).toMatchObject({
      until: '2018-08-31',
    });
  });

  test('F16: before the first known day there is no value, and the first is told', () => {
    expect(valueOn(rateNamed(data.rates, 'student-contribution'), day('2009-10-01'))).toEqual({
      kind: 'before-first',
      first: '2010-09-01',
    });
  });

  test('a gap says since when, and on which facts', () => {
    expect(valueOn(rateNamed(data.rates, 'cmu-free-ceiling'), day('2013-10-15'))).toEqual({
      kind: 'unknown',
      since: '2013-09-01',
      facts: ['X-09'],
    });
  });

  test('an abolished figure says since when', () => {
    expect(valueOn(rateNamed(data.rates, 'student-contribution'), day('2026-11-22'))).toEqual({
      kind: 'abolished',
      since: '2018-09-01',
      facts: ['X-02', 'X-03'],
    });
  });

  test('a rate without values is known on no day', () => {
    const empty: Rate = { id: 'nothing', unit: 'count', values: [] };
    expect(valueOn(empty, day('2026-11-22'))).toEqual({ kind: 'before-first', first: '2026-11-22' });
  });
});

describe('figures for a calculation', () => {
  test('all of them, with the facts of each once', () => {
    expect(figuresOn(data.rates, day('2026-11-22'), 'on', { a: 'gp-visit', b: 'fixed-contribution' })).toEqual({
      kind: 'known',
      values: { a: 3000, b: 200 },
      facts: ['X-30', 'X-31', 'X-37'],
    });
  });

  test.each([
    ['before the first value, that day is accepted', 'gp-visit', '2001-01-01', 'api:accepted.day-from', '2007-07-01'],
    [
      'once abolished, the days before are',
      'student-contribution',
      '2020-01-01',
      'api:accepted.day-before-abolished',
      '2018-09-01',
    ],
    ['when not known, the days before are', 'cvec', '2027-10-01', 'api:accepted.day-before-unknown', '2027-09-01'],
  ])('%s', (_, id, on, key, accepted) => {
    expect(figuresOn(data.rates, day(on), 'from', { figure: id })).toEqual({
      kind: 'unanswerable',
      errors: [{ path: 'from', accepted: { key, with: { day: accepted } } }],
    });
  });

  test('of several first days the last one is told: from then on everything is known', () => {
    const asked = figuresOn(data.rates, day('2000-01-01'), 'on', {
      a: 'fixed-contribution',
      b: 'gp-visit',
      c: 'gp-visit',
    });
    expect(asked).toMatchObject({ errors: [{ accepted: { with: { day: '2007-07-01' } } }] });
    const turned = figuresOn(data.rates, day('2000-01-01'), 'on', { a: 'gp-visit', b: 'fixed-contribution' });
    expect(turned).toMatchObject({ errors: [{ accepted: { with: { day: '2007-07-01' } } }] });
  });

  test('a rate that no file holds is a bug, named', () => {
    expect(() => rateNamed(data.rates, 'no-such-rate')).toThrow(AppError);
    expect(() => rateNamed(data.rates, 'no-such-rate')).toThrow(
      expect.objectContaining({ code: 'knowledge/unknown-reference', details: { id: 'no-such-rate' } }),
    );
    expect(() => rateNamed(data.rates, 'no-such-rate')).toThrow('knowledge/rates/no-such-rate.yaml');
  });

  test('a number is a range of one, a range is no number, a day is neither', () => {
    expect(rangeOf(3)).toEqual([3, 3]);
    expect(rangeOf([3, 6])).toEqual([3, 6]);
    expect(() => numberOf([3, 6])).toThrow('one number is needed');
    expect(() => numberOf(day('2018-09-01'))).toThrow('one number is needed');
    expect(dayOf(day('2018-09-01'))).toBe('2018-09-01');
    expect(() => dayOf(3)).toThrow('a day is needed');
    const invalid = expect.objectContaining({ code: 'knowledge/invalid-file' }) as Error;
    expect(() => dayOf(3)).toThrow(invalid);
    expect(() => numberOf([3, 6])).toThrow(invalid);
  });
});
