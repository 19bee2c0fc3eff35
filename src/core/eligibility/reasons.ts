import type { Reason, Text } from '../decision.ts';
import { groupsIn, valueIn, type Case } from './case.ts';
import { isFrench } from './countries.ts';
import type { Dimension } from './dimensions.ts';
import { known } from './situation.ts';

/** Why this row: each fact of the ledger with the student's own value that met it. What was not told is no reason. */
export function reasonsOf(subject: Case): readonly Reason[] {
  return subject.content.because.flatMap(({ met: dimension, facts }) => {
    const met = metBy(dimension, subject);
    return met === null ? [] : facts.map((fact) => ({ fact, met }));
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
  if (group === 'OTHER' && isFrench(nationality, subject.law.countries))
    return { key: 'eligibility:met.group.OTHER-french' };
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
