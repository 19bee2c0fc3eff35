import { row, type RowOf } from './row.ts';

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

/** D20–D32: the general scheme; students of the old scheme stay in it for the year of transition (D05). */
const generalScheme = { ...higherEducation, era: ['E3-new', 'E4'] } as const;
const arriving = { ...generalScheme, registered: ['no'] } as const;
const european = { ...arriving, group: ['EEA'], work: ['none'] } as const;

const europeanWithFullCard = { group: ['EEA'], card: ['full'] } as const;
const quebecerWithForm = { group: ['QC'], form: ['yes'] } as const;
const quebecerWithoutForm = { group: ['QC'], form: ['no'] } as const;
const fromElsewhere = { group: ['OTHER'] } as const;
const british = { group: ['UK3'] } as const;
/** D28–D31: somebody whom no work of the whole year insures (D32). */
const notInsuredByWork = { ...arriving, work: ['none', 'minor'] } as const;

const insuredAtHome = [europeanWithFullCard, quebecerWithForm] as const;

/**
 * The decision table: each situation meets exactly one row, their order means nothing. There is no D19.
 * `when` must hold; of `either` at least one; none of `not`. A dimension that is not named may have any value.
 * What a row says stands in `knowledge/eligibility/<row>.yaml`.
 */
const rows = [
  row('D01', { when: { ...otherSchool, ...europeanWithFullCard } }),
  row('D02', { when: { ...otherSchool, monthsInFrance: ['under-3'] }, not: [europeanWithFullCard] }),
  row('D03', {
    when: { ...otherSchool, monthsInFrance: ['3-and-over'], era: ['E1'] },
    not: [europeanWithFullCard],
  }),
  row('D04', {
    when: { ...otherSchool, monthsInFrance: ['3-and-over'], era: ['E2', 'E3-continuing', 'E3-new', 'E4'] },
    not: [europeanWithFullCard],
  }),

  row('D05', { when: { ...higherEducation, era: ['E3-continuing'] } }),

  row('D06', { when: { ...studentScheme, work: ['qualifying'] } }),
  row('D07', { when: { ...asStudent, ...europeanWithFullCard } }),
  row('D08', { when: { ...asStudent, ...quebecerWithForm } }),
  row('D09', { when: { ...asStudent, scholarship: ['yes'] }, not: insuredAtHome }),
  row('D10', { when: { ...paying, age: ['under-16'] }, not: insuredAtHome }),
  row('D11', {
    when: { ...paying, age: ['28-and-over'], group: ['EEA'], card: ['none', 'partial'] },
  }),
  row('D12', { when: { ...olderFromAfar, monthsInFrance: ['under-3'] }, not: [quebecerWithForm] }),
  row('D13', {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E1'], lowIncome: ['yes'] },
    not: [quebecerWithForm],
  }),
  row('D14', {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E1'], lowIncome: ['no'] },
    not: [quebecerWithForm],
  }),
  row('D15', {
    when: { ...olderFromAfar, monthsInFrance: ['3-and-over'], era: ['E2'] },
    not: [quebecerWithForm],
  }),
  row('D16', {
    when: { ...paying, age: ['16-19', '20-27'], stay: ['short'] },
    not: insuredAtHome,
  }),
  row('D17', { when: { ...paying, age: ['16-19'], stay: ['long'] }, not: insuredAtHome }),
  row('D18', { when: { ...paying, age: ['20-27'], stay: ['long'] }, not: insuredAtHome }),

  row('D20', { when: { ...generalScheme, registered: ['yes'] } }),
  row('D21', { when: { ...arriving, group: ['EEA'], work: ['minor', 'qualifying'] } }),
  row('D22', {
    when: { ...european, card: ['full'] },
    either: [{ s1: ['no'] }, { stay: ['short'] }],
  }),
  row('D23', { when: { ...european, s1: ['yes'], stay: ['long'] } }),
  row('D24', { when: { ...european, s1: ['no'], card: ['partial'], stay: ['long'] } }),
  row('D25', { when: { ...european, s1: ['no'], card: ['none'], stay: ['long'] } }),
  row('D26', { when: { ...european, card: ['none', 'partial'], stay: ['short'] } }),
  row('D27', { when: { ...arriving, ...quebecerWithForm } }),
  row('D28', {
    when: { ...notInsuredByWork, stay: ['short'] },
    either: [fromElsewhere, british, quebecerWithoutForm],
  }),
  row('D29', { when: { ...notInsuredByWork, stay: ['long'] }, either: [fromElsewhere, quebecerWithoutForm] }),
  row('D30', { when: { ...notInsuredByWork, ...british, card: ['none'], stay: ['long'] } }),
  row('D31', { when: { ...notInsuredByWork, ...british, card: ['partial', 'full'], stay: ['long'] } }),
  row('D32', {
    when: { ...arriving, work: ['qualifying'] },
    either: [fromElsewhere, british, quebecerWithoutForm],
  }),
];

export type RowId = (typeof rows)[number]['id'];
export type Row = RowOf<RowId>;
export const table: readonly Row[] = rows;
export const rowIds: readonly RowId[] = rows.map(({ id }) => id);
