import { academicYearEnd, addDays, addMonths, type Day } from '../day.ts';
import { thresholds, type Law } from './law.ts';
import { known, type StudentSituation } from './situation.ts';
import { endOfStay, readStay, type StayReading } from './stay.ts';
import type { CardState, StayLength } from './dimensions.ts';

/** A length of stay and the state of the card that goes with it; undefined: still to be asked. */
export type StayAndCard = { readonly stay: StayLength; readonly card: CardState | undefined };

/**
 * The card against the stay. Its last day decides: a card until March is full for two months and partial for ten,
 * so while the stay is not known, its lengths come with the card that each would make.
 */
export function staysAndCards(situation: StudentSituation, on: Day, law: Law): readonly StayAndCard[] {
  const stay = readStay(situation, on, law);
  const until = known(situation.ehicUntil);
  const said = known(situation.ehic);
  const lengths: readonly StayLength[] = stay.length === undefined ? ['short', 'long'] : [stay.length];
  if (until === undefined) return lengths.map((length) => ({ stay: length, card: said }));
  const end = endOfStay(situation, stay.start);
  const settled = end !== undefined || said !== undefined || until >= academicYearEnd(on) || until < stay.start;
  if (settled)
    return lengths.map((length) => ({ stay: length, card: cardByDate(until, { start: stay.start, end }, on) }));
  return lengths.flatMap((length) => possibleCards(until, length, stay, law).map((card) => ({ stay: length, card })));
}

/** What the card's last day makes of it; without an end of the stay it is held against the academic year. */
export function cardByDate(
  until: Day,
  stay: { readonly start: Day; readonly end: Day | undefined },
  on: Day,
): CardState {
  if (until < on || until < stay.start) return 'none';
  return until >= (stay.end ?? academicYearEnd(on)) ? 'full' : 'partial';
}

/** Whether somebody says that they hold a card, or did on the day. */
export function holdsCard(situation: StudentSituation, on: Day): boolean {
  const until = known(situation.ehicUntil);
  const said = known(situation.ehic);
  return until === undefined ? said === 'partial' || said === 'full' : until >= on;
}

/** Some stay of that length ends by the card's last day, and some stay of that length outlasts it. */
function possibleCards(until: Day, length: StayLength, stay: StayReading, law: Law): readonly CardState[] {
  const firstLongEnd = addDays(addMonths(stay.start, thresholds(law).shortStay), -1);
  if (length === 'long') return until >= firstLongEnd ? ['full', 'partial'] : ['partial'];
  return until >= addDays(firstLongEnd, -1) ? ['full'] : ['full', 'partial'];
}
