import type { StudentSituation } from '../../../src/core/eligibility/index.ts';
import { combinations, type Combination } from './combinations.ts';

/** A situation for every seventh combination of the table, with dates and days at its edges. */
export const situations: readonly StudentSituation[] = combinations()
  .filter((_, index) => index % 7 === 0)
  .map(situationOf);

/** Dates and days behind the day of the decision, so that edges and their remarks come up too. */
function situationOf(who: Combination, index: number): StudentSituation {
  const on = {
    E1: '2014-10-01',
    E2: '2017-10-01',
    'E3-continuing': '2018-10-01',
    'E3-new': '2018-10-01',
    E4: '2026-11-22',
  };
  const country = { EEA: 'CH', UK3: 'GB', QC: 'CA', OTHER: 'BR' }[who.group];
  const byInsurance = index % 3 === 0 && who.group === 'EEA' && (who.card !== 'none' || who.s1 === 'yes');
  const ages = { 'under-16': 12, '16-19': 19, '20-27': 22, '28-and-over': index % 2 === 0 ? 28 : 35 };
  const long = index % 2 === 0 ? { stayMonths: 3 } : { stayFrom: on[who.era], stayUntil: '2027-06-30' };
  return {
    on: on[who.era],
    school: who.school,
    nationality: byInsurance ? 'BR' : country,
    insuredIn: byInsurance ? 'DE' : who.group === 'QC' ? 'CA-QC' : country,
    ehic: who.card,
    s1: who.s1 === 'yes',
    quebecForm: who.form === 'yes',
    work: who.work,
    age: ages[who.age],
    registered: who.registered === 'yes',
    frenchGovernmentScholarship: who.scholarship === 'yes',
    lowIncome: who.lowIncome === 'yes',
    monthsInFrance: who.monthsInFrance === 'under-3' ? 1 : 5,
    inStudentScheme2017: who.era === 'E3-continuing',
    ...(index % 5 === 0 ? {} : { exchange: index % 5 === 1 }),
    ...(who.stay === 'short' ? { stayMonths: 2 } : long),
  } as StudentSituation;
}
