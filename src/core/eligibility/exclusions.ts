import { wholeYearsBetween, type Day } from '../day.ts';
import type { Refusal, Text } from '../decision.ts';
import { cardByDate, holdsCard } from './card.ts';
import { canHold } from './completions.ts';
import { originsOf } from './group.ts';
import { thresholds, type Law } from './law.ts';
import { known, mostYears, type StudentSituation, type SituationField } from './situation.ts';
import { endOfStay, readStay } from './stay.ts';

/** Facts that exclude each other, each named with what is accepted: nothing is guessed. Empty when all can stand. */
export function refusals(situation: StudentSituation, law: Law): readonly Refusal[] {
  const on = known(situation.on);
  if (on === undefined) return endsBeforeItStarts(situation);
  const { first } = thresholds(law);
  if (on < first) return [refuse('on', 'on-from', { first })];
  return [
    ...endsBeforeItStarts(situation),
    ...disagreeingAge(situation, on),
    ...disagreeingCard(situation, on, law),
    ...impossiblePapers(situation, on, law),
  ];
}

function endsBeforeItStarts(situation: StudentSituation): readonly Refusal[] {
  const from = known(situation.stayFrom);
  const until = known(situation.stayUntil);
  if (from === undefined || until === undefined || from <= until) return [];
  return [refuse('stayFrom', 'stay-from', { until }), refuse('stayUntil', 'stay-until', { from })];
}

function disagreeingAge(situation: StudentSituation, on: Day): readonly Refusal[] {
  const birthDate = known(situation.birthDate);
  const age = known(situation.age);
  if (birthDate === undefined) return [];
  const years = wholeYearsBetween(birthDate, on);
  if (birthDate > on) return [refuse('birthDate', 'birth-until', { on })];
  if (years > mostYears) return [refuse('birthDate', 'birth-years', { years: mostYears })];
  if (age === undefined || age === years) return [];
  return [
    refuse('age', 'age-of-birth-date', { birthDate, years, on }),
    refuse('birthDate', 'birth-date-of-age', { age, on }),
  ];
}

function disagreeingCard(situation: StudentSituation, on: Day, law: Law): readonly Refusal[] {
  const until = known(situation.ehicUntil);
  const said = known(situation.ehic);
  if (until === undefined || said === undefined) return [];
  const { start } = readStay(situation, on, law);
  const card = cardByDate(until, { start, end: endOfStay(situation, start) }, on);
  if (card === said) return [];
  return [refuse('ehic', 'card-by-date', { until, card }), refuse('ehicUntil', `card-until-${said}`, {})];
}

/** A card, an S1 or the form that nobody with this nationality and insurance can hold. Who can hold each can hold all. */
function impossiblePapers(situation: StudentSituation, on: Day, law: Law): readonly Refusal[] {
  const origins = originsOf(situation, holdsCard(situation, on), on, law.countries);
  if (origins.kind === 'french') return [];
  const impossible = papersHeld(situation, on).filter(
    ({ paper }) => !origins.origins.some((origin) => canHold(origin, paper)),
  );
  if (impossible.length === 0) return [];
  const reason = reasonOf(situation);
  return [
    ...impossible.map(({ field, paper }) => refuse(field, `impossible-${paper}`, {})),
    refuse(reason, `${reason}-of-papers`, {}),
  ];
}

/** The field that says where this person is from or insured, the form included: it is for people insured in Quebec. */
function reasonOf(situation: StudentSituation): 'insuredIn' | 'quebecForm' | 'nationality' {
  if (known(situation.insuredIn) !== undefined) return 'insuredIn';
  return known(situation.quebecForm) === true ? 'quebecForm' : 'nationality';
}

type Held = { readonly paper: 'card' | 's1' | 'form'; readonly field: SituationField };

function papersHeld(situation: StudentSituation, on: Day): readonly Held[] {
  const cardField = situation.ehic === undefined ? 'ehicUntil' : 'ehic';
  return [
    ...(holdsCard(situation, on) ? [{ paper: 'card', field: cardField } as const] : []),
    ...(known(situation.s1) === true ? [{ paper: 's1', field: 's1' } as const] : []),
    ...(known(situation.quebecForm) === true ? [{ paper: 'form', field: 'quebecForm' } as const] : []),
  ];
}

function refuse(path: SituationField, accepted: string, filledWith: NonNullable<Text['with']>): Refusal {
  return { path, accepted: { key: `eligibility:refused.${accepted}`, with: filledWith } };
}
