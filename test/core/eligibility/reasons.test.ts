import { describe, expect, test } from 'vitest';
import { decideEligibility, type Law } from '../../../src/core/eligibility/index.ts';
import { decided, law, student, type Told } from './law.ts';

const today = '2026-11-22';
const reasons = (told: Told) => decided(student({ on: today, ...told })).because;

describe('every outcome says why, by the student’s own values', () => {
  test('a Brazilian for ten months', () => {
    expect(reasons({ nationality: 'BR' })).toEqual([
      { fact: 'S2-08', met: { key: 'eligibility:met.group.OTHER', with: { nationality: 'BR', on: today } } },
      { fact: 'S4-03', met: { key: 'eligibility:met.group.OTHER', with: { nationality: 'BR', on: today } } },
      { fact: 'X-17', met: { key: 'eligibility:met.stay.long', with: { count: 10 } } },
    ]);
  });

  test.each<readonly [string, Told, string, object | undefined]>([
    [
      'a stay by dates',
      { nationality: 'BR', stayFrom: '2026-09-01', stayUntil: '2027-06-30' },
      'stay.long-dates',
      { from: '2026-09-01', until: '2027-06-30' },
    ],
    [
      'a stay by its end',
      { nationality: 'BR', stayMonths: undefined, stayUntil: '2027-06-30' },
      'stay.long-until',
      { until: '2027-06-30' },
    ],
    ['a short stay', { nationality: 'BR', stayMonths: 2 }, 'stay.short', { count: 2 }],
    [
      'a card by its last day',
      { nationality: 'ES', ehic: undefined, ehicUntil: '2027-09-30' },
      'card.full-until',
      { until: '2027-09-30' },
    ],
    ['a card in a word', { nationality: 'ES', ehic: 'full' }, 'card.full', { on: today }],
    [
      'insurance in another country',
      { nationality: 'MA', insuredIn: 'ES', ehic: 'full' },
      'group.EEA-insured',
      { nationality: 'MA', insuredIn: 'ES', on: today },
    ],
    ['the United Kingdom', { nationality: 'GB' }, 'group.UK3', { nationality: 'GB', on: today }],
    [
      'a card from the United Kingdom',
      { nationality: 'IN', insuredIn: 'GB', ehic: 'full' },
      'group.UK3-insured',
      { nationality: 'IN', insuredIn: 'GB', on: today },
    ],
    [
      'a European insured elsewhere',
      { nationality: 'DE', insuredIn: 'US' },
      'group.EEA',
      { nationality: 'DE', on: today },
    ],
    [
      'being registered, whatever the card',
      { nationality: 'DE', registered: true, ehic: undefined, ehicUntil: '2027-06-30' },
      'registered.yes',
      { on: today },
    ],
    ['Quebec', { insuredIn: 'CA-QC', quebecForm: true }, 'group.QC', undefined],
    ['a Canadian without the form', { nationality: 'CA' }, 'group.OTHER', { nationality: 'CA', on: today }],
    ['an age', { nationality: 'BR', age: 22, on: '2014-10-01' }, 'age.20-27', { years: 22 }],
    [
      'an age by its birth date',
      { nationality: 'BR', birthDate: '1980-01-01', on: '2014-10-01' },
      'age.28-and-over',
      { years: 34 },
    ],
    ['an era', { nationality: 'JP', school: 'other', monthsInFrance: 4 }, 'era.E4', { on: today }],
  ])('names %s', (_, told, key, filledWith) => {
    expect(reasons(told).map(({ met }) => met)).toContainEqual(
      filledWith === undefined
        ? { key: `eligibility:met.${key}` }
        : { key: `eligibility:met.${key}`, with: filledWith },
    );
  });

  test('but never what was not told', () => {
    const said = decided({ on: '2018-10-01', school: 'other', monthsInFrance: 4, ehic: 'none' } as never).because;
    expect(said.map(({ met }) => met.key)).toEqual([
      'eligibility:met.school.other',
      'eligibility:met.monthsInFrance.3-and-over',
    ]);
    const older = {
      on: '2014-10-01',
      school: 'higher-education',
      work: 'none',
      insuredIn: 'US',
      age: 40,
      frenchGovernmentScholarship: false,
    };
    const unsaid = decided({ ...older, nationality: 'BR', monthsInFrance: 1 } as never).because;
    expect(unsaid.map(({ fact }) => fact)).toEqual(['S1-16', 'S1-16', 'S1-18']);
  });

  test('nor a nationality, where the insurance alone decides', () => {
    const insured = { nationality: undefined, insuredIn: 'DE', ehic: 'full' };
    expect(reasons(insured).map(({ met }) => met.key)).toEqual(
      Array.from({ length: 3 }, () => 'eligibility:met.card.full'),
    );
  });

  test('the row says the answer in one sentence', () => {
    expect(decided(student({ nationality: 'BR', on: today })).headline).toEqual({ key: 'eligibility:row.D29' });
  });

  test('the sources are the documents of the facts cited', () => {
    expect(decided(student({ nationality: 'BR', on: today })).sources).toEqual(['S2', 'S3', 'S4', 'X']);
    expect(decided(student({ nationality: 'JP', school: 'other', on: '2013-04-01' })).sources).toEqual(['S0', 'X']);
  });
});

describe('the law it decides by', () => {
  const situation = student({ nationality: 'BR', age: 22, on: '2014-10-01' });
  const withRate = (id: string, values: object | undefined): Law => {
    const { [id]: rate, ...rates } = law.rates;
    return { ...law, rates: values === undefined ? rates : { ...rates, [id]: { ...rate, ...values } as never } };
  };

  test.each<readonly [string, Law]>([
    ['a rate that is not there', withRate('puma-start', undefined)],
    ['a rate without a value', withRate('puma-start', { values: [] })],
    ['a day that is no day', withRate('puma-start', { values: [{ from: '2010-09-01', value: 3, facts: [] }] })],
    [
      'a number that is no number',
      withRate('short-stay', { values: [{ from: '2010-09-01', value: '2016-01-01', facts: [] }] }),
    ],
  ])('%s stops it by name', (_, broken) => {
    expect(() => decideEligibility(situation, broken)).toThrow(/puma-start|short-stay/);
  });

  test('a contribution that is not known is not invented', () => {
    const gap = withRate('student-contribution', { values: [{ from: '2010-09-01', value: null, facts: ['X-03'] }] });
    expect(decideEligibility(situation, gap)).toMatchObject({ kind: 'decided', row: 'D18', fee: null });
  });

  test('moving a day of the law moves the decisions by that day', () => {
    const later = withRate('puma-start', { values: [{ from: '2010-09-01', value: '2016-01-02', facts: ['X-10'] }] });
    const resident = student({ nationality: 'JP', school: 'other', monthsInFrance: 4, on: '2016-01-01' });
    expect(decideEligibility(resident, later)).toMatchObject({ row: 'D03' });
    expect(decideEligibility(resident, law)).toMatchObject({ row: 'D04' });
  });
});
