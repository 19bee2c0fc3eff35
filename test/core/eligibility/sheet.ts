import type { Combination } from './combinations.ts';

/** One row of the sheet, read a second time: what it leads to, and its conditions as one question about a student. */
export type SheetRow = {
  readonly row: string;
  readonly outcome: string;
  readonly mandatory: string;
  readonly fee: string;
  readonly holds: (who: Combination) => boolean;
};

const otherSchool = (who: Combination) => who.school === 'other';
const higher = (who: Combination) => who.school === 'higher-education';
const oldLaw = (who: Combination) => higher(who) && (who.era === 'E1' || who.era === 'E2');
const newLaw = (who: Combination) => higher(who) && (who.era === 'E3-new' || who.era === 'E4');
const fullCard = (who: Combination) => who.group === 'EEA' && who.card === 'full';
const quebecForm = (who: Combination) => who.group === 'QC' && who.form === 'yes';
const quebecNoForm = (who: Combination) => who.group === 'QC' && who.form === 'no';
const long = (who: Combination) => who.stay === 'long';
const resident = (who: Combination) => who.monthsInFrance === '3-and-over';

/** Not D06–D09. */
const pays = (who: Combination) =>
  oldLaw(who) && who.work !== 'qualifying' && !fullCard(who) && !quebecForm(who) && who.scholarship === 'no';
const olderFromAfar = (who: Combination) => pays(who) && who.age === '28-and-over' && who.group !== 'EEA';
const young = (who: Combination) => who.age === '16-19' || who.age === '20-27';
const arrives = (who: Combination) => newLaw(who) && who.registered === 'no';
const notInsuredByWork = (who: Combination) => arrives(who) && who.work !== 'qualifying';
const european = (who: Combination) => arrives(who) && who.group === 'EEA' && who.work === 'none';

export const sheet: readonly SheetRow[] = [
  { row: 'D01', outcome: 'EHIC', mandatory: 'false', fee: 'free', holds: (who) => otherSchool(who) && fullCard(who) },
  {
    row: 'D02',
    outcome: 'PRIV',
    mandatory: 'not-possible',
    fee: 'null',
    holds: (who) => otherSchool(who) && !fullCard(who) && !resident(who),
  },
  {
    row: 'D03',
    outcome: 'CMU',
    mandatory: 'optional',
    fee: 'null',
    holds: (who) => otherSchool(who) && !fullCard(who) && resident(who) && who.era === 'E1',
  },
  {
    row: 'D04',
    outcome: 'PUMA',
    mandatory: 'optional',
    fee: 'free',
    holds: (who) => otherSchool(who) && !fullCard(who) && resident(who) && who.era !== 'E1',
  },
  {
    row: 'D05',
    outcome: 'CONT-STU',
    mandatory: 'false',
    fee: 'free',
    holds: (who) => higher(who) && who.era === 'E3-continuing',
  },
  {
    row: 'D06',
    outcome: 'WORK',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => oldLaw(who) && who.work === 'qualifying',
  },
  {
    row: 'D07',
    outcome: 'EHIC',
    mandatory: 'false',
    fee: 'free',
    holds: (who) => oldLaw(who) && who.work !== 'qualifying' && fullCard(who),
  },
  {
    row: 'D08',
    outcome: 'QC',
    mandatory: 'false',
    fee: 'free',
    holds: (who) => oldLaw(who) && who.work !== 'qualifying' && quebecForm(who),
  },
  {
    row: 'D09',
    outcome: 'STU-FREE',
    mandatory: 'true',
    fee: 'free',
    holds: (who) =>
      oldLaw(who) && who.work !== 'qualifying' && !fullCard(who) && !quebecForm(who) && who.scholarship === 'yes',
  },
  {
    row: 'D10',
    outcome: 'VERIFY',
    mandatory: 'null',
    fee: 'null',
    holds: (who) => pays(who) && who.age === 'under-16',
  },
  {
    row: 'D11',
    outcome: 'VERIFY',
    mandatory: 'null',
    fee: 'null',
    holds: (who) => pays(who) && who.age === '28-and-over' && who.group === 'EEA',
  },
  {
    row: 'D12',
    outcome: 'PRIV',
    mandatory: 'not-possible',
    fee: 'null',
    holds: (who) => olderFromAfar(who) && !resident(who),
  },
  {
    row: 'D13',
    outcome: 'CMU',
    mandatory: 'optional',
    fee: 'free',
    holds: (who) => olderFromAfar(who) && resident(who) && who.era === 'E1' && who.lowIncome === 'yes',
  },
  {
    row: 'D14',
    outcome: 'PRIV',
    mandatory: 'not-possible',
    fee: 'null',
    holds: (who) => olderFromAfar(who) && resident(who) && who.era === 'E1' && who.lowIncome === 'no',
  },
  {
    row: 'D15',
    outcome: 'PUMA',
    mandatory: 'optional',
    fee: 'free',
    holds: (who) => olderFromAfar(who) && resident(who) && who.era === 'E2',
  },
  {
    row: 'D16',
    outcome: 'STU-OPT',
    mandatory: 'optional',
    fee: 'contribution',
    holds: (who) => pays(who) && young(who) && !long(who),
  },
  {
    row: 'D17',
    outcome: 'STU-FREE',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => pays(who) && who.age === '16-19' && long(who),
  },
  {
    row: 'D18',
    outcome: 'STU',
    mandatory: 'true',
    fee: 'contribution',
    holds: (who) => pays(who) && who.age === '20-27' && long(who),
  },
  {
    row: 'D20',
    outcome: 'CONT-GEN',
    mandatory: 'false',
    fee: 'free',
    holds: (who) => newLaw(who) && who.registered === 'yes',
  },
  {
    row: 'D21',
    outcome: 'WORK',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => arrives(who) && who.group === 'EEA' && who.work !== 'none',
  },
  {
    row: 'D22',
    outcome: 'EHIC',
    mandatory: 'false',
    fee: 'free',
    holds: (who) => european(who) && who.card === 'full' && (who.s1 === 'no' || !long(who)),
  },
  {
    row: 'D23',
    outcome: 'GEN-S1',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => european(who) && who.s1 === 'yes' && long(who),
  },
  {
    row: 'D24',
    outcome: 'GEN-EHICGAP',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => european(who) && who.s1 === 'no' && who.card === 'partial' && long(who),
  },
  {
    row: 'D25',
    outcome: 'GEN-RES',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => european(who) && who.s1 === 'no' && who.card === 'none' && long(who),
  },
  {
    row: 'D26',
    outcome: 'PRC-OR-PRIV',
    mandatory: 'not-possible',
    fee: 'null',
    holds: (who) => european(who) && !long(who) && who.card !== 'full',
  },
  { row: 'D27', outcome: 'QC', mandatory: 'false', fee: 'free', holds: (who) => arrives(who) && quebecForm(who) },
  {
    row: 'D28',
    outcome: 'PRIV-SHORT',
    mandatory: 'not-possible',
    fee: 'null',
    holds: (who) =>
      notInsuredByWork(who) && !long(who) && (who.group === 'OTHER' || who.group === 'UK3' || quebecNoForm(who)),
  },
  {
    row: 'D29',
    outcome: 'GEN',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => notInsuredByWork(who) && long(who) && (who.group === 'OTHER' || quebecNoForm(who)),
  },
  {
    row: 'D30',
    outcome: 'GEN',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => notInsuredByWork(who) && long(who) && who.group === 'UK3' && who.card === 'none',
  },
  {
    row: 'D31',
    outcome: 'GEN-VERIFY',
    mandatory: 'true',
    fee: 'free',
    holds: (who) => notInsuredByWork(who) && long(who) && who.group === 'UK3' && who.card !== 'none',
  },
  {
    row: 'D32',
    outcome: 'WORK',
    mandatory: 'true',
    fee: 'free',
    holds: (who) =>
      arrives(who) && who.work === 'qualifying' && (who.group === 'OTHER' || who.group === 'UK3' || quebecNoForm(who)),
  },
];
