import { row, type Row } from './row.ts';

const higherEducation = { school: ['higher-education'] } as const;
const otherSchool = { school: ['other'] } as const;

/** D06–D18: the student scheme, for enrolments before September 2018. */
const studentScheme = { ...higherEducation, era: ['E1', 'E2'] } as const;
/** D07 and on: work that insures by itself is D06. */
const asStudent = { ...studentScheme, work: ['none', 'minor'] } as const;
/** D10–D18: neither at work, insured at home nor on a French scholarship. */
const paying = { ...asStudent, scholarship: ['no'] } as const;
/** D12–D15: over the age limit and not European. */
const olderFromAfar = { ...paying, age: ['28-and-over'], group: ['UK3', 'QC', 'OTHER'] } as const;

/** D20–D31: the general scheme; students of the old scheme stay in it for the year of transition (D05). */
const generalScheme = { ...higherEducation, era: ['E3-new', 'E4'] } as const;
const arriving = { ...generalScheme, registered: ['no'] } as const;
const european = { ...arriving, group: ['EEA'], work: ['none'] } as const;

const europeanWithFullCard = { group: ['EEA'], card: ['full'] } as const;
const quebecerWithForm = { group: ['QC'], form: ['yes'] } as const;
const quebecerWithoutForm = { group: ['QC'], form: ['no'] } as const;
const fromElsewhere = { group: ['OTHER'] } as const;
const british = { group: ['UK3'] } as const;

const insuredAtHome = [europeanWithFullCard, quebecerWithForm] as const;

/**
 * The decision table: 30 rows, each situation meets exactly one, their order means nothing.
 * `when` must hold; of `either` at least one; none of `not`. A dimension that is not named may have any value.
 */
export const table: readonly Row[] = [
  row('D01', 'EHIC', 'free', { when: { ...otherSchool, ...europeanWithFullCard } }),
  row('D02', 'PRIV', null, { when: { ...otherSchool, monthsInFrance: ['under-3'] }, not: [europeanWithFullCard] }),
  row('D03', 'CMU', null, {
    when: { ...otherSchool, monthsInFrance: ['3-and-over'], era: ['E1'] },
    not: [europeanWithFullCard],
  }),
  row('D04', 'PUMA', 'free', {
    when: { ...otherSchool, monthsInFrance: ['3-and-over'], era: ['E2', 'E3-continuing', 'E3-new', 'E4'] },
    not: [europeanWithFullCard],
  }),

  row('D05', 'CONT-STU', 'free', { when: { ...higherEducation, era: ['E3-continuing'] } }),

  row('D06', 'WORK', 'free', { when: { ...studentScheme, work: ['qualifying'] } }),
  row('D07', 'EHIC', 'free', { when: { ...asStudent, ...europeanWithFullCard } }),
  row('D08', 'QC', 'free', { when: { ...asStudent, ...quebecerWithForm } }),
  row('D09', 'STU-FREE', 'free', { when: { ...asStudent, scholarship: ['yes'] }, not: insuredAtHome }),
  row('D10', 'VERIFY', null, { when: { ...paying, age: ['under-16'] }, not: insuredAtHome }),
  row('D11', 'VERIFY', null, {
    when: { ...paying, age: ['28-and-over'], group: ['EEA'], card: ['none', 'partial'] },
  }),
  row('D12', 'PRIV', null, { when: { ...olderFromAfar, monthsInFrance: ['under-3'] }, not: [quebecerWithForm] }),
  row('D13', 'CMU', 'free', {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E1'], lowIncome: ['yes'] },
    not: [quebecerWithForm],
  }),
  row('D14', 'PRIV', null, {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E1'], lowIncome: ['no'] },
    not: [quebecerWithForm],
  }),
  row('D15', 'PUMA', 'free', {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E2'] },
    not: [quebecerWithForm],
  }),
  row('D16', 'STU-OPT', 'contribution', {
    when: { ...paying, age: ['16-19', '20-27'], stay: ['short'] },
    not: insuredAtHome,
  }),
  row('D17', 'STU-FREE', 'free', { when: { ...paying, age: ['16-19'], stay: ['long'] }, not: insuredAtHome }),
  row('D18', 'STU', 'contribution', { when: { ...paying, age: ['20-27'], stay: ['long'] }, not: insuredAtHome }),

  row('D20', 'CONT-GEN', 'free', { when: { ...generalScheme, registered: ['yes'] } }),
  row('D21', 'WORK', 'free', { when: { ...arriving, group: ['EEA'], work: ['minor', 'qualifying'] } }),
  row('D22', 'EHIC', 'free', {
    when: { ...european, card: ['full'] },
    either: [{ s1: ['no'] }, { stay: ['short'] }],
  }),
  row('D23', 'GEN-S1', 'free', { when: { ...european, s1: ['yes'], stay: ['long'] } }),
  row('D24', 'GEN-EHICGAP', 'free', { when: { ...european, s1: ['no'], card: ['partial'], stay: ['long'] } }),
  row('D25', 'GEN-RES', 'free', { when: { ...european, s1: ['no'], card: ['none'], stay: ['long'] } }),
  row('D26', 'PRC-OR-PRIV', null, { when: { ...european, card: ['none', 'partial'], stay: ['short'] } }),
  row('D27', 'QC', 'free', { when: { ...arriving, ...quebecerWithForm } }),
  row('D28', 'PRIV-SHORT', null, {
    when: { ...arriving, stay: ['short'] },
    either: [fromElsewhere, british, quebecerWithoutForm],
  }),
  row('D29', 'GEN', 'free', { when: { ...arriving, stay: ['long'] }, either: [fromElsewhere, quebecerWithoutForm] }),
  row('D30', 'GEN', 'free', { when: { ...arriving, ...british, card: ['none'], stay: ['long'] } }),
  row('D31', 'GEN-VERIFY', 'free', { when: { ...arriving, ...british, card: ['partial', 'full'], stay: ['long'] } }),
];
