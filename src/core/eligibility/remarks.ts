import { academicYearEnd } from '../day.ts';
import { groupsIn, turnsOn, valueIn, type Case } from './case.ts';
import { thresholds } from './law.ts';
import { isRegistered } from './registered.ts';
import type { RowId } from './row.ts';
import { known } from './situation.ts';

/** What stands beside a decision: a conflict or a fact (`flag`), and a point that no source settles (`open`), or both. */
export type Remark = { readonly flag?: string; readonly open?: OpenPoint };

export type OpenPoint =
  | 'language-school'
  | 'older-scholar'
  | 'under-scheme-age'
  | 'older-european'
  | 's1-and-card'
  | 'provisional-certificate'
  | 'quebec-paid-work'
  | 'uk-card'
  | 'three-months'
  | 'at-age-limit'
  | 'card-elsewhere'
  | 'registered-language-school'
  | 'working-language-school';

/** Remarks of the case, in the order of the table's notes: the row's own first. */
export function remarksOf(subject: Case): readonly Remark[] {
  return [
    ...(ofRow[subject.row.id]?.(subject) ?? []),
    ...boundaries(subject),
    ...origins(subject),
    ...otherSchool(subject),
  ];
}

/** What the sheet notes in a row, and its page of contracts spells out. */
const ofRow: Partial<Record<RowId, (subject: Case) => readonly Remark[]>> = {
  D01: endOfCard,
  D02: () => [{ flag: 'C-06' }],
  D03: () => [{ flag: 'C-36' }],
  D04: () => [{ flag: 'C-05' }, { open: 'language-school' }],
  D07: (subject) => [
    ...when(isByAgreement(subject), { flag: 'C-07' }),
    ...when(known(subject.situation.work) === 'minor', { flag: 'X-22' }),
    ...endOfCard(subject),
  ],
  D09: (subject) => when(subject.age.band === '28-and-over', { flag: 'C-14', open: 'older-scholar' }),
  D10: () => [{ open: 'under-scheme-age' }],
  D11: () => [{ flag: 'X-07', open: 'older-european' }],
  D14: () => [{ flag: 'X-09' }],
  D16: () => [{ flag: 'C-13' }],
  D17: (subject) => when(subject.age.mayTurnTwenty, { flag: 'X-04' }),
  D18: (subject) => when(isOnly('EEA', subject), { flag: 'X-06' }),
  D22: endOfCard,
  D23: (subject) => {
    const card = valueIn('card', subject);
    return when(card === 'partial' || card === 'full', { flag: 'C-10', open: 's1-and-card' });
  },
  D24: () => [{ flag: 'C-08' }],
  D26: () => [{ open: 'provisional-certificate' }],
  D27: (subject) => [{ flag: 'C-12' }, ...when(worksForPay(subject), { open: 'quebec-paid-work' })],
  D28: (subject) => {
    const card = valueIn('card', subject);
    return when(isOnly('UK3', subject) && (card === 'partial' || card === 'full'), { flag: 'C-41', open: 'uk-card' });
  },
  D31: () => [{ flag: 'C-41', open: 'uk-card' }],
};

/** A card that covers the stay and yet ends before the academic year does: the official tree asks for the year. */
function endOfCard({ situation, on }: Case): readonly Remark[] {
  const until = known(situation.ehicUntil);
  return when(until !== undefined && until < academicYearEnd(on), { flag: 'C-08' });
}

/** Exactly three months and exactly 28 years: only where the other side of the edge is another row. */
function boundaries(subject: Case): readonly Remark[] {
  const otherAge = subject.age.band === '28-and-over' ? '20-27' : '28-and-over';
  const ageMatters = turnsOn('age', otherAge, subject) || subject.row.id === 'D09';
  return [
    ...when(subject.stay.atLimit && turnsOn('stay', 'short', subject), { flag: 'C-13', open: 'three-months' }),
    ...when(subject.age.atLimit && ageMatters, { flag: 'C-04', open: 'at-age-limit' }),
  ];
}

/** A card or an S1 of a country whose nationality one does not have (C-09). */
function origins(subject: Case): readonly Remark[] {
  return when(subject.completions.byInsurance && turnsOn('group', 'OTHER', subject), {
    flag: 'C-09',
    open: 'card-elsewhere',
  });
}

function otherSchool(subject: Case): readonly Remark[] {
  const { situation, on, law } = subject;
  if (known(situation.school) !== 'other') return [];
  return [
    ...when(isRegistered(situation, on, law) === true, { flag: 'C-15', open: 'registered-language-school' }),
    ...when(worksForPay(subject) && on >= thresholds(law).pumaStart, { flag: 'X-11', open: 'working-language-school' }),
  ];
}

/** Switzerland: in the agreement, yet not named by the document of the time (C-07). */
function isByAgreement({ situation, law }: Case): boolean {
  const nationality = known(situation.nationality);
  return nationality !== undefined && law.countries.eea[nationality]?.byAgreement === true;
}

function isOnly(group: 'EEA' | 'UK3', subject: Case): boolean {
  const groups = groupsIn(subject);
  return groups.size === 1 && groups.has(group);
}

function worksForPay({ situation }: Case): boolean {
  const work = known(situation.work);
  return work === 'minor' || work === 'qualifying';
}

function when(holds: boolean, remark: Remark): readonly Remark[] {
  return holds ? [remark] : [];
}
