import type { Reason, Text } from '../decision.ts';
import { groupsIn, valueIn, type Case } from './case.ts';
import type { Dimension } from './dimensions.ts';
import type { RowId } from './row.ts';
import { known } from './situation.ts';

/** Why this row: each fact of the ledger with the student's own value that met it. What was not told is no reason. */
export function reasonsOf(subject: Case): readonly Reason[] {
  return grounds[subject.row.id].flatMap(([fact, dimension]) => {
    const met = metBy(dimension, subject);
    return met === null ? [] : [{ fact, met }];
  });
}

function metBy(dimension: Dimension, subject: Case): Text | null {
  if (dimension === 'group') return metByGroup(subject);
  if (dimension === 'stay') return metByStay(subject);
  if (dimension === 'age') return metByAge(subject);
  const value = valueIn(dimension, subject);
  if (value === undefined) return null;
  const until = known(subject.situation.ehicUntil);
  if (dimension === 'card' && until !== undefined) {
    return { key: `eligibility:met.card.${value}-until`, with: { until } };
  }
  return { key: `eligibility:met.${dimension}.${value}`, with: { on: subject.on } };
}

function metByGroup(subject: Case): Text | null {
  const groups = groupsIn(subject);
  const nationality = known(subject.situation.nationality);
  const insuredIn = known(subject.situation.insuredIn);
  if (groups.size === 1 && groups.has('QC')) return { key: 'eligibility:met.group.QC' };
  // Quebec without its form and Canada come to the same: the nationality is reason enough.
  const group = groups.has('OTHER') ? 'OTHER' : [...groups].join(' ');
  if (nationality === undefined || (group === 'OTHER' && groups.has('EEA'))) return null;
  const filledWith = { nationality, on: subject.on };
  return subject.completions.byInsurance && insuredIn !== undefined
    ? { key: `eligibility:met.group.${group}-insured`, with: { ...filledWith, insuredIn } }
    : { key: `eligibility:met.group.${group}`, with: filledWith };
}

/** Dates first, as they win. A row that turns on the stay is only met when it is known. */
function metByStay({ situation, stay }: Case): Text {
  const key = `eligibility:met.stay.${String(stay.length)}`;
  const from = known(situation.stayFrom);
  const until = known(situation.stayUntil);
  const months = known(situation.stayMonths);
  if (from !== undefined && until !== undefined) return { key: `${key}-dates`, with: { from, until } };
  return months === undefined
    ? { key: `${key}-until`, with: { until: String(until) } }
    : { key, with: { count: months } };
}

function metByAge({ age }: Case): Text | null {
  if (age.band === undefined || age.years === undefined) return null;
  return { key: `eligibility:met.age.${age.band}`, with: { years: age.years } };
}

/** Facts by row and what of the student meets them: the sheet's column "cites", documents first. */
export const grounds: Readonly<Record<RowId, readonly (readonly [string, Dimension])[]>> = {
  D01: [
    ['S1-06', 'group'],
    ['S3-09', 'card'],
    ['X-21', 'school'],
  ],
  D02: [
    ['S0-02', 'school'],
    ['S0-41', 'monthsInFrance'],
  ],
  D03: [
    ['S0-02', 'school'],
    ['S0-41', 'monthsInFrance'],
    ['X-09', 'era'],
  ],
  D04: [
    ['S0-02', 'school'],
    ['S0-41', 'monthsInFrance'],
    ['X-10', 'era'],
    ['X-14', 'era'],
  ],
  D05: [
    ['X-01', 'era'],
    ['X-02', 'era'],
  ],
  D06: [
    ['X-04', 'work'],
    ['X-11', 'work'],
  ],
  D07: [
    ['S1-04', 'group'],
    ['S1-05', 'card'],
    ['S1-06', 'card'],
  ],
  D08: [
    ['S1-09', 'group'],
    ['S1-10', 'form'],
    ['X-19', 'group'],
  ],
  D09: [
    ['S1-11', 'scholarship'],
    ['S1-12', 'scholarship'],
    ['X-04', 'scholarship'],
  ],
  D10: [['X-05', 'age']],
  D11: [
    ['S1-16', 'age'],
    ['X-06', 'card'],
    ['X-07', 'group'],
  ],
  D12: [
    ['S1-16', 'age'],
    ['S1-16', 'group'],
    ['S1-18', 'monthsInFrance'],
  ],
  D13: [
    ['S1-16', 'age'],
    ['S1-18', 'monthsInFrance'],
    ['S1-18', 'lowIncome'],
  ],
  D14: [
    ['S1-16', 'age'],
    ['S1-18', 'lowIncome'],
  ],
  D15: [
    ['S1-16', 'age'],
    ['S1-18', 'monthsInFrance'],
    ['X-10', 'era'],
  ],
  D16: [
    ['S1-14', 'stay'],
    ['S1-15', 'stay'],
  ],
  D17: [
    ['S1-03', 'school'],
    ['X-04', 'age'],
  ],
  D18: [
    ['S1-03', 'school'],
    ['S1-13', 'age'],
    ['X-05', 'age'],
  ],
  D20: [
    ['S4-09', 'registered'],
    ['X-25', 'registered'],
  ],
  D21: [
    ['X-22', 'work'],
    ['X-11', 'work'],
  ],
  D22: [
    ['S2-07', 'group'],
    ['S2-02', 'card'],
    ['S3-09', 'card'],
    ['S4-06', 'card'],
  ],
  D23: [
    ['S3-10', 's1'],
    ['X-14', 's1'],
    ['X-15', 's1'],
  ],
  D24: [
    ['S2-07', 'group'],
    ['S2-05', 'card'],
    ['S3-09', 'card'],
  ],
  D25: [
    ['S3-10', 'card'],
    ['S4-03', 'card'],
    ['X-14', 'group'],
    ['X-15', 'card'],
  ],
  D26: [
    ['S4-07', 'card'],
    ['X-17', 'stay'],
  ],
  D27: [
    ['S1-09', 'form'],
    ['X-14', 'group'],
    ['X-19', 'group'],
  ],
  D28: [
    ['S2-08', 'group'],
    ['X-17', 'stay'],
  ],
  D29: [
    ['S2-08', 'group'],
    ['S4-03', 'group'],
    ['X-17', 'stay'],
  ],
  D30: [
    ['S4-03', 'group'],
    ['X-20', 'group'],
    ['S3-10', 'card'],
    ['X-15', 'stay'],
  ],
  D31: [
    ['S4-03', 'group'],
    ['X-20', 'card'],
    ['X-15', 'stay'],
  ],
};
