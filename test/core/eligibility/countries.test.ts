import worldCountries, { type Countries } from 'world-countries';
import { describe, expect, test } from 'vitest';
import { standing } from '../../../src/core/eligibility/index.ts';
import { CountriesFile } from '../../../src/knowledge/countries-schema.ts';
import { law, on } from './law.ts';

const { countries } = law;
const inStanding = (wanted: string, date: string) =>
  countries.codes.filter((code) => standing(code, on(date), countries) === wanted);

describe('countries', () => {
  test('every country of the library has a code here, and Quebec', () => {
    const codes: readonly string[] = (worldCountries as unknown as Countries).map(({ cca2 }) => cca2);
    expect(codes.filter((code) => !countries.codes.includes(code))).toEqual([]);
    expect(countries.codes.filter((code) => !codes.includes(code as never))).toEqual(['CA-QC']);
  });

  test('31 with Switzerland and without France are European today', () => {
    expect(inStanding('EEA', '2026-11-22').filter((code) => code !== 'AX')).toEqual(
      'AT BE BG CH CY CZ DE DK EE ES FI GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK'.split(' '),
    );
    expect(inStanding('UK3', '2026-11-22')).toEqual(['GB']);
  });

  test('Croatia joins, the United Kingdom leaves', () => {
    expect(inStanding('EEA', '2013-06-30')).not.toContain('HR');
    expect(inStanding('EEA', '2013-07-01')).toContain('HR');
    expect(inStanding('EEA', '2020-12-31')).toContain('GB');
    expect(inStanding('UK3', '2020-12-31')).toEqual([]);
    expect(inStanding('UK3', '2021-01-01')).toEqual(['GB']);
  });

  test.each(
    countries.codes.filter((code) => ['FO', 'GL', 'GI', 'IM', 'JE', 'GG', 'AD', 'MC', 'SM', 'VA'].includes(code)),
  )('%s is as any other country', (code) => {
    expect(standing(code, on('2015-01-01'), countries)).toBe('OTHER');
  });

  test('a file that names a code it does not list, or one twice, is refused', () => {
    const file = { ...countries, outside: ['FO'], reviewed: '2026-11-22' };
    expect(CountriesFile.safeParse(file).success).toBe(true);
    expect(CountriesFile.safeParse({ ...file, outside: ['QQ'] }).success).toBe(false);
    expect(CountriesFile.safeParse({ ...file, outside: ['DE'] }).success).toBe(false);
    expect(CountriesFile.safeParse({ ...file, france: ['France'] }).success).toBe(false);
  });
});
