import { describe, expect, test } from 'vitest';
import { parseSituation } from '../../../src/core/eligibility/index.ts';
import { law, refused, student, type Told } from './law.ts';

const on = '2026-11-22';

describe('bad input is named by field', () => {
  test.each<readonly [string, unknown, readonly string[]]>([
    ['not an object', 'BR', ['']],
    ['an unknown key', { nationalty: 'BR' }, ['nationalty']],
    ['a wrong type', { age: '22' }, ['age']],
    ['a null', { s1: null }, ['s1']],
    ['an impossible day', { on: '2026-02-30' }, ['on']],
    ['a day of the far future', { stayUntil: '9999-12-31' }, ['stayUntil']],
    ['a country that does not exist', { nationality: 'XX' }, ['nationality']],
    ['a country in small letters', { insuredIn: 'de' }, ['insuredIn']],
    ['a negative age', { age: -1 }, ['age']],
    ['half a year of age', { age: 22.5 }, ['age']],
    ['an age over 120', { age: 121 }, ['age']],
    ['a stay of no length', { stayMonths: 0 }, ['stayMonths']],
    ['negative months in France', { monthsInFrance: -1 }, ['monthsInFrance']],
    ['a word that is not in the list', { work: 'some' }, ['work']],
    ['several at once', { age: 'old', work: 1, nationality: 7 }, ['nationality', 'age', 'work']],
  ])('%s', (_, input, paths) => {
    const parsed = parseSituation(input, law);
    expect(parsed.kind).toBe('invalid');
    expect(parsed.kind === 'ok' ? [] : parsed.errors.map(({ path }) => path)).toEqual(paths);
  });

  test('what is accepted stands beside it', () => {
    const parsed = parseSituation({ age: 130, nationality: 'BR', extra: 1 }, law);
    expect(parsed.kind === 'ok' ? [] : parsed.errors.map(({ accepted }) => accepted.key)).toEqual([
      'eligibility:accepted.age',
      'api:accepted.keys',
    ]);
  });

  test('beside a country too', () => {
    expect(parseSituation({ nationality: 'XX', insuredIn: 'de' }, law)).toEqual({
      kind: 'invalid',
      errors: [
        { path: 'nationality', accepted: { key: 'eligibility:accepted.nationality' } },
        { path: 'insuredIn', accepted: { key: 'eligibility:accepted.insuredIn' } },
      ],
    });
  });

  test('every field may be missing or unknown', () => {
    const parsed = parseSituation({}, law);
    expect(parsed).toEqual({ kind: 'ok', situation: {} });
    const unknown = { nationality: 'unknown', age: 'unknown', on: 'unknown', s1: 'unknown', stayMonths: 'unknown' };
    expect(parseSituation(unknown, law)).toEqual({ kind: 'ok', situation: unknown });
  });

  test('an age of 0 and of 120, and decimals of months, are accepted', () => {
    expect(parseSituation({ age: 0, stayMonths: 0.5 }, law).kind).toBe('ok');
    expect(parseSituation({ age: 120, monthsInFrance: 0 }, law).kind).toBe('ok');
  });
});

describe('facts that exclude each other are refused, both named', () => {
  test.each<readonly [string, Told, readonly string[]]>([
    ['a day before the first known figure', { on: '2010-08-31', nationality: 'BR' }, ['on']],
    [
      'a stay that ends before it starts',
      { on, stayFrom: '2027-02-01', stayUntil: '2027-01-01' },
      ['stayFrom', 'stayUntil'],
    ],
    ['the same without a day', { stayFrom: '2027-02-01', stayUntil: '2027-01-01' }, ['stayFrom', 'stayUntil']],
    ['an age that the birth date does not give', { on, age: 23, birthDate: '2004-01-01' }, ['age', 'birthDate']],
    ['a birth date in the future', { on, birthDate: '2026-11-23' }, ['birthDate']],
    ['a birth date of 121 years ago', { on, birthDate: '1905-11-22' }, ['birthDate']],
    [
      'a full card that ends too soon',
      { on, nationality: 'DE', ehic: 'full', ehicUntil: '2027-03-31', stayMonths: 10 },
      ['ehic', 'ehicUntil'],
    ],
    [
      'a full card that ends before the year does',
      { on, nationality: 'DE', ehic: 'full', ehicUntil: '2027-03-31' },
      ['ehic', 'ehicUntil'],
    ],
    [
      'no card, valid until June',
      { on, nationality: 'DE', ehic: 'none', ehicUntil: '2027-06-30' },
      ['ehic', 'ehicUntil'],
    ],
    [
      'a partial card that has ended',
      { on, nationality: 'DE', ehic: 'partial', ehicUntil: '2026-11-21' },
      ['ehic', 'ehicUntil'],
    ],
    ['a card from Brazil', { on, nationality: 'BR', insuredIn: 'BR', ehic: 'full' }, ['ehic', 'insuredIn']],
    [
      'a last day of a card from Brazil',
      { on, nationality: 'BR', insuredIn: 'BR', ehicUntil: '2027-06-30' },
      ['ehicUntil', 'insuredIn'],
    ],
    ['an S1 from Brazil', { on, nationality: 'BR', s1: true }, ['s1', 'nationality']],
    ['an S1 from the United Kingdom since 2021', { on, nationality: 'GB', s1: true }, ['s1', 'nationality']],
    ['a card from Quebec', { on, nationality: 'CA', insuredIn: 'CA-QC', ehic: 'full' }, ['ehic', 'insuredIn']],
    ['the form from Brazil', { on, nationality: 'BR', insuredIn: 'BR', quebecForm: true }, ['quebecForm', 'insuredIn']],
    [
      'the form from Germany',
      { on, nationality: 'DE', insuredIn: 'DE', quebecForm: true },
      ['quebecForm', 'insuredIn'],
    ],
    ['the form and a card', { on, quebecForm: true, ehic: 'full' }, ['ehic', 'quebecForm']],
    ['a UK card and an S1', { on, nationality: 'IN', insuredIn: 'GB', s1: true, ehic: 'full' }, ['s1', 'insuredIn']],
    [
      'a Croatian card before Croatia joined',
      { on: '2013-06-30', nationality: 'HR', insuredIn: 'HR', ehic: 'full' },
      ['ehic', 'insuredIn'],
    ],
  ])('%s', (_, told, paths) => {
    expect(refused(told)).toEqual(paths);
    expect(parseSituation(told, law)).toMatchObject({ kind: 'unanswerable' });
  });

  test.each<readonly [string, Told]>([
    ['a card that ended, of somebody who cannot have one', { on, nationality: 'BR', ehicUntil: '2026-11-21' }],
    ['an age that agrees with the birth date', { on, age: 22, birthDate: '2004-11-22' }],
    ['a birth on the day itself', { on, birthDate: on }],
    ['a stay of one day', { on, stayFrom: '2027-01-01', stayUntil: '2027-01-01' }],
    ['an S1 from the United Kingdom before 2021', { on: '2020-12-31', nationality: 'GB', s1: true }],
    ['a card whose country is still to be asked', { on, nationality: 'BR', ehic: 'full' }],
    ['a card and an S1 of somebody unknown', { on, ehic: 'full', s1: true }],
    ['the first day of all', { on: '2010-09-01' }],
    ['120 years of age', { on, birthDate: '1906-11-22' }],
  ])('but not %s', (_, told) => {
    expect(refused(told)).toEqual([]);
  });

  test('a French student with papers is handed over, not refused', () => {
    expect(refused(student({ on, nationality: 'FR', ehic: 'full' }))).toEqual([]);
  });

  test.each<readonly [string, Told, readonly (readonly [string, string, object])[]]>([
    ['a first day', { on: '2009-10-01' }, [['on', 'on-from', { first: '2010-09-01' }]]],
    [
      'both ends of a stay',
      { on, stayFrom: '2027-02-01', stayUntil: '2027-01-01' },
      [
        ['stayFrom', 'stay-from', { until: '2027-01-01' }],
        ['stayUntil', 'stay-until', { from: '2027-02-01' }],
      ],
    ],
    ['a birthday to come', { on, birthDate: '2026-11-23' }, [['birthDate', 'birth-until', { on }]]],
    ['a birthday too long ago', { on, birthDate: '1905-11-22' }, [['birthDate', 'birth-years', { years: 120 }]]],
    [
      'an age and a birth date',
      { on, age: 23, birthDate: '2004-01-01' },
      [
        ['age', 'age-of-birth-date', { birthDate: '2004-01-01', years: 22, on }],
        ['birthDate', 'birth-date-of-age', { age: 23, on }],
      ],
    ],
    [
      'a card and its last day',
      { on, nationality: 'DE', ehic: 'full', ehicUntil: '2027-03-31', stayMonths: 10 },
      [
        ['ehic', 'card-by-date', { until: '2027-03-31', card: 'partial' }],
        ['ehicUntil', 'card-until-full', {}],
      ],
    ],
    [
      'a paper and where it cannot be from',
      { on, nationality: 'BR', s1: true },
      [
        ['s1', 'impossible-s1', {}],
        ['nationality', 'nationality-of-papers', {}],
      ],
    ],
    [
      'papers that are not held together',
      { on, quebecForm: true, ehic: 'full' },
      [
        ['ehic', 'impossible-card', {}],
        ['quebecForm', 'quebecForm-of-papers', {}],
      ],
    ],
  ])('what is accepted is filled in: %s', (_, told, errors) => {
    expect(parseSituation(told, law)).toEqual({
      kind: 'unanswerable',
      errors: errors.map(([path, accepted, filledWith]) => ({
        path,
        accepted: { key: `eligibility:refused.${accepted}`, with: filledWith },
      })),
    });
  });
});
