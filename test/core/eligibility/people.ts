import type { RowId } from '../../../src/core/eligibility/index.ts';
import type { Told } from './law.ts';

const quebecer = { nationality: 'CA', insuredIn: 'CA-QC' };
const japanese = { nationality: 'JP', age: 25 };
const chinese = { nationality: 'CN', age: 32, monthsInFrance: 5 };

/** A student for each row of the sheet. */
export const people: Readonly<Record<RowId, Told>> = {
  D01: { nationality: 'DE', school: 'other', ehic: 'full', on: '2013-04-01' },
  D02: { ...japanese, school: 'other', on: '2013-04-01' },
  D03: { ...japanese, school: 'other', monthsInFrance: 4, on: '2013-08-01' },
  D04: { ...japanese, school: 'other', monthsInFrance: 4, on: '2026-11-22' },
  D05: { nationality: 'VN', inStudentScheme2017: true, on: '2018-10-01' },
  D06: { ...japanese, work: 'qualifying', on: '2014-10-01' },
  D07: { nationality: 'DE', age: 21, ehic: 'full', on: '2014-10-01' },
  D08: { ...quebecer, quebecForm: true, age: 22, on: '2014-10-01' },
  D09: { nationality: 'MA', age: 24, frenchGovernmentScholarship: true, on: '2014-10-01' },
  D10: { nationality: 'JP', age: 15, on: '2014-10-01' },
  D11: { nationality: 'IT', age: 29, on: '2014-10-01' },
  D12: { ...chinese, monthsInFrance: 1, on: '2015-02-01' },
  D13: { ...chinese, lowIncome: true, on: '2015-02-01' },
  D14: { ...chinese, on: '2015-02-01' },
  D15: { ...chinese, on: '2016-02-01' },
  D16: { nationality: 'US', age: 20, stayMonths: 2, on: '2014-06-01' },
  D17: { nationality: 'KR', age: 18, on: '2013-10-01' },
  D18: { nationality: 'BR', age: 22, on: '2014-10-01' },
  D20: { nationality: 'MX', registered: true, on: '2021-09-01' },
  D21: { nationality: 'IE', ehic: 'full', work: 'minor', on: '2022-09-01' },
  D22: { nationality: 'ES', ehic: 'full', on: '2021-09-01' },
  D23: { nationality: 'ES', s1: true, on: '2021-09-01' },
  D24: { nationality: 'ES', ehic: 'partial', on: '2021-09-01' },
  D25: { nationality: 'ES', on: '2021-09-01' },
  D26: { nationality: 'ES', stayMonths: 2, on: '2022-09-01' },
  D27: { ...quebecer, quebecForm: true, on: '2022-09-01' },
  D28: { nationality: 'MX', stayMonths: 2, on: '2021-09-01' },
  D29: { nationality: 'MX', on: '2021-09-01' },
  D30: { nationality: 'GB', on: '2022-09-01' },
  D31: { nationality: 'GB', ehic: 'full', on: '2022-09-01' },
  D32: { nationality: 'IN', work: 'qualifying', on: '2022-09-01' },
};
