import { describe, expect, test } from 'vitest';
import { day } from '../../../src/core/day.ts';
import { someMemberHasLeft, standing } from '../../../src/core/eligibility/countries.ts';
import { data } from '../scenarios/data.ts';
import { eligibilityScenarios } from '../scenarios/eligibility.ts';
import { decided, law, needs, student, type Told } from './law.ts';
import { decideEligibility, type StudentSituation } from '../../../src/core/eligibility/index.ts';

const today = '2026-11-22';

describe('day by day, month by month, year by year', () => {
  test.each(eligibilityScenarios)('$says', ({ run, gives }) => {
    expect(run(data)).toBe(gives);
  });
});

describe('three months', () => {
  test('to the day are no edge of a stay of which the last day alone is told', () => {
    const decision = decided(student({ nationality: 'BR', stayMonths: undefined, stayUntil: '2027-06-30', on: today }));
    expect([decision.row, decision.flags]).toEqual(['D29', []]);
  });

  test('are no edge where the stay does not matter', () => {
    const decision = decided(student({ nationality: 'BR', registered: true, stayMonths: 3, on: today }));
    expect([decision.flags, decision.verify]).toEqual([[], false]);
  });

  test('a last day alone makes a stay long, never short', () => {
    const told = { nationality: 'BR', on: today, stayMonths: undefined };
    expect(decided(student({ ...told, stayUntil: '2027-06-30' })).row).toBe('D29');
    expect(needs(student({ ...told, stayUntil: '2026-12-31' })).missing).toEqual(['stayMonths']);
  });

  test('in France count from the first day of the stay', () => {
    const told = { nationality: 'JP', school: 'other', monthsInFrance: undefined, on: today };
    expect(decided(student({ ...told, stayFrom: '2026-08-22' })).row).toBe('D04');
    expect(decided(student({ ...told, stayFrom: '2026-08-23' })).row).toBe('D02');
    expect(decided(student({ ...told, stayFrom: '2026-08-23', monthsInFrance: 3 })).row).toBe('D04');
  });
});

describe('ages in the student scheme', () => {
  const told = { nationality: 'BR', on: '2014-10-01' };

  test('do not matter to a scholar, but over 28 the sources differ', () => {
    const scholar = { ...told, frenchGovernmentScholarship: true };
    expect(decided(student({ ...scholar, age: 27 }))).toMatchObject({ row: 'D09', flags: [], verify: false });
    expect(decided(student({ ...scholar, age: 28 }))).toMatchObject({
      row: 'D09',
      flags: ['C-14', 'C-04'],
      verify: true,
    });
    expect(decided(student({ ...scholar, age: 30 }))).toMatchObject({ row: 'D09', flags: ['C-14'], verify: true });
  });

  test('are held against the academic year of the day, not another one', () => {
    const scholar = { ...told, frenchGovernmentScholarship: true, age: undefined };
    const flagged = (birthDate: string | undefined) => decided(student({ ...scholar, birthDate })).flags;
    expect(flagged('1984-10-02')).toEqual(['C-14']);
    expect(flagged('1986-09-01')).toEqual(['C-14', 'C-04']);
    expect(flagged(undefined)).toEqual([]);
  });

  test('do not matter since the general scheme', () => {
    const decision = decided(student({ nationality: 'BR', age: 28, on: today }));
    expect([decision.row, decision.flags, decision.verify]).toEqual(['D29', [], false]);
  });
});

describe('a card against the stay', () => {
  const told = { nationality: 'ES', ehic: undefined, stayMonths: undefined, on: '2021-09-01' };

  test.each<readonly [string, Told, string]>([
    ['to the end of the stay', { ehicUntil: '2022-06-30', stayFrom: '2021-09-01', stayUntil: '2022-06-30' }, 'D22'],
    ['a day short of it', { ehicUntil: '2022-06-29', stayFrom: '2021-09-01', stayUntil: '2022-06-30' }, 'D24'],
    ['to the end of the months', { ehicUntil: '2022-03-01', stayMonths: 6 }, 'D22'],
    ['a day short of the months', { ehicUntil: '2022-02-28', stayMonths: 6 }, 'D24'],
    ['for two months and a half', { ehicUntil: '2021-11-16', stayMonths: 2.5 }, 'D22'],
    ['a day short of two months and a half', { ehicUntil: '2021-11-15', stayMonths: 2.5 }, 'D26'],
    ['to the end of the academic year', { ehicUntil: '2022-08-31' }, 'D22'],
    ['ended the day before', { ehicUntil: '2021-08-31', stayMonths: 6 }, 'D25'],
    ['ending on the day itself', { ehicUntil: '2021-09-01', stayMonths: 6 }, 'D24'],
    [
      'ending before the stay begins',
      { ehicUntil: '2021-09-20', stayFrom: '2021-10-01', stayUntil: '2022-06-30' },
      'D25',
    ],
    ['and the word that agrees', { ehic: 'partial', ehicUntil: '2022-03-31', stayMonths: 10 }, 'D24'],
  ])('valid %s', (_, card, row) => {
    expect(decided(student({ ...told, ...card })).row).toBe(row);
  });

  test('has ended, though it was good when the stay began', () => {
    const card = { ehicUntil: '2021-10-15', stayFrom: '2021-09-01', stayUntil: '2022-06-30' };
    expect(decided(student({ ...told, ...card, on: '2021-11-01' })).row).toBe('D25');
  });

  test.each<readonly [string, Told, readonly string[]]>([
    ['the day before a stay of unknown length', { ehicUntil: '2021-09-30', stayFrom: '2021-10-01' }, ['D25', 'D26']],
    ['on its first day', { ehicUntil: '2021-10-01', stayFrom: '2021-10-01' }, ['D24', 'D26', 'D22']],
  ])('that ends %s leaves what it can still be', (_, card, rows) => {
    expect(needs(student({ ...told, ...card })).possible.map(({ row }) => row)).toEqual(rows);
  });

  test('that ended asks nobody where it was from', () => {
    const brazilian = { ...told, nationality: 'BR', insuredIn: undefined, stayMonths: 10 };
    expect(decided(student({ ...brazilian, ehicUntil: '2021-08-31' })).row).toBe('D29');
    expect(needs(student({ ...brazilian, ehicUntil: '2021-09-01' })).missing).toEqual(['insuredIn']);
  });

  test('who is insured in France already is not for the table', () => {
    const insured = { nationality: 'BR', insuredIn: 'FR', on: today };
    expect(decideEligibility(student(insured), law)).toMatchObject({ kind: 'unsupported' });
  });

  test.each<readonly [string, Told, string]>([
    ['a full card that ends before the academic year', { ehicUntil: '2022-06-30', stayMonths: 9 }, 'C-08'],
    ['a full card at a language school', { school: 'other', ehicUntil: '2022-06-30', stayMonths: 9 }, 'C-08'],
    ['a full card in the student scheme', { on: '2014-09-01', ehicUntil: '2015-06-30', stayMonths: 9 }, 'C-08'],
  ])('%s is flagged', (_, card, flag) => {
    expect(decided(student({ ...told, ...card })).flags).toEqual([flag]);
  });

  test('while the stay is open, each length goes with the card it would make', () => {
    const rows = (ehicUntil: string) => needs(student({ ...told, ehicUntil })).possible.map(({ row }) => row);
    expect(rows('2021-09-30')).toEqual(['D24', 'D26', 'D22']);
    expect(rows('2021-11-28')).toEqual(['D24', 'D26', 'D22']);
    expect(rows('2021-11-29')).toEqual(['D24', 'D22']);
    expect(rows('2021-11-30')).toEqual(['D24', 'D22']);
    expect(decided(student({ ...told, ehicUntil: '2021-11-30', ehic: 'partial', stayUntil: '2022-06-30' })).row).toBe(
      'D24',
    );
    expect(
      needs(student({ ...told, ehic: 'partial', ehicUntil: '2022-03-31' })).possible.map(({ row }) => row),
    ).toEqual(['D24', 'D26']);
  });
});

describe('membership of Europe', () => {
  test.each([
    ['HR', '2013-06-30', 'OTHER'],
    ['HR', '2013-07-01', 'EEA'],
    ['GB', '2020-12-31', 'EEA'],
    ['GB', '2021-01-01', 'UK3'],
  ])('%s on %s: %s', (nationality, on, where) => {
    expect(standing(nationality, day(on), law.countries)).toBe(where);
  });

  test('the last day of a member that leaves still counts', () => {
    expect(someMemberHasLeft(day('2020-12-31'), law.countries)).toBe(false);
    expect(someMemberHasLeft(day('2021-01-01'), law.countries)).toBe(true);
  });
});

describe('nationality and insurance', () => {
  const on = today;
  test.each<readonly [string, Told, string, readonly string[]]>([
    ['any nationality insured in Quebec', { nationality: 'DE', insuredIn: 'CA-QC', quebecForm: true }, 'D27', ['C-12']],
    [
      'a French citizen insured in Quebec',
      { nationality: 'FR', insuredIn: 'CA-QC', quebecForm: true },
      'D27',
      ['C-12'],
    ],
    ['Quebec given as the nationality', { nationality: 'CA-QC', quebecForm: true }, 'D27', ['C-12']],
    ['the form implies Quebec', { nationality: 'CA', quebecForm: true }, 'D27', ['C-12']],
    ['a European insured elsewhere', { nationality: 'DE', insuredIn: 'US' }, 'D25', []],
    ['a Moroccan insured in Spain with a card', { nationality: 'MA', insuredIn: 'ES', ehic: 'full' }, 'D22', ['C-09']],
    ['a Moroccan insured in Spain with an S1', { nationality: 'MA', insuredIn: 'ES', s1: true }, 'D23', ['C-09']],
    ['a Moroccan insured in Spain with neither', { nationality: 'MA', insuredIn: 'ES' }, 'D29', []],
    ['a Briton insured in Spain with a card', { nationality: 'GB', insuredIn: 'ES', ehic: 'full' }, 'D22', ['C-09']],
    ['a Briton insured at home', { nationality: 'GB', insuredIn: 'GB' }, 'D30', []],
    ['a Briton insured in the United States', { nationality: 'GB', insuredIn: 'US' }, 'D30', []],
    ['a Briton insured in Spain without', { nationality: 'GB', insuredIn: 'ES' }, 'D30', []],
    [
      'an Indian insured in the United Kingdom with its card',
      { nationality: 'IN', insuredIn: 'GB', ehic: 'full' },
      'D31',
      ['C-41', 'C-09'],
    ],
    ['an Indian insured in the United Kingdom without', { nationality: 'IN', insuredIn: 'GB' }, 'D29', []],
    ['a Brazilian insured where nothing is known of', { nationality: 'BR', insuredIn: undefined }, 'D29', []],
    ['the Faroe Islands', { nationality: 'FO' }, 'D29', []],
    ['Greenland', { nationality: 'GL' }, 'D29', []],
    ['Gibraltar', { nationality: 'GI' }, 'D29', []],
    ['the Isle of Man', { nationality: 'IM' }, 'D29', []],
    ['Jersey', { nationality: 'JE' }, 'D29', []],
    ['Guernsey', { nationality: 'GG' }, 'D29', []],
    ['Åland, which is Finland', { nationality: 'AX' }, 'D25', []],
    ['Kosovo', { nationality: 'XK' }, 'D29', []],
    ['Liechtenstein', { nationality: 'LI' }, 'D25', []],
    ['a Briton with a card for a short stay', { nationality: 'GB', ehic: 'partial', stayMonths: 2 }, 'D28', ['C-41']],
    ['a Briton without, for a short stay', { nationality: 'GB', stayMonths: 2 }, 'D28', []],
  ])('%s', (_, told, row, flags) => {
    const decision = decided(student({ on, quebecForm: undefined, ...told }));
    expect([decision.row, decision.flags]).toEqual([row, flags]);
    expect(decision.verify).toBe(flags.includes('C-09') || flags.includes('C-41'));
  });

  test.each(['FR', 'RE', 'GP'])('%s is for a person at the desk', async (nationality) => {
    const { decideEligibility } = await import('../../../src/core/eligibility/index.ts');
    const { law } = await import('./law.ts');
    expect(decideEligibility(student({ nationality, on }), law)).toEqual({
      kind: 'unsupported',
      reason: { key: 'eligibility:unsupported.french' },
    });
  });

  test('an insurance of a known country leaves the nationality open', () => {
    const told = { ...student({ on, insuredIn: 'ES', ehic: 'full' }) } as StudentSituation;
    expect(needs({ ...told, s1: 'unknown' }).missing).toEqual([]);
    expect(decided(told).row).toBe('D22');
    expect(needs(student({ on, insuredIn: 'ES' })).missing).toEqual(['nationality']);
    expect(needs(student({ on: '2020-10-01', insuredIn: 'BR' })).missing).toEqual(['nationality']);
  });

  test('a card whose country is not known may be worth nothing: the duty comes first', () => {
    const decision = needs(student({ nationality: 'BR', insuredIn: 'unknown', ehic: 'full', on }));
    expect([decision.missing, decision.unknown]).toEqual([[], ['insuredIn']]);
    expect(decision.possible.map(({ row }) => row)).toEqual(['D29', 'D31', 'D22']);
  });
});
