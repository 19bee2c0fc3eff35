import type { Text } from '../decision.ts';
import type { Case } from './case.ts';
import { thresholds } from './law.ts';
import { sinceArrival, monthsBand } from './months-in-france.ts';
import { known } from './situation.ts';

/** Facts that can be decided but sit oddly together: told, so that a slip is seen. */
export function contradictionsOf(subject: Case): readonly Text[] {
  return checks.flatMap((check) => {
    const text = check(subject);
    return text === null ? [] : [text];
  });
}

type Check = (subject: Case) => Text | null;

const checks: readonly Check[] = [
  registeredForAShortStay,
  workOfAYear,
  monthsAgainstDates,
  arrival,
  longerThanTheStay,
  overAlready,
];

function registeredForAShortStay({ situation, stay }: Case): Text | null {
  const odd = known(situation.registered) === true && stay.length === 'short';
  return odd ? { key: 'eligibility:contradiction.registered-short-stay' } : null;
}

/** Qualifying work lasts the whole academic year. */
function workOfAYear({ situation, stay }: Case): Text | null {
  const odd = known(situation.work) === 'qualifying' && stay.length === 'short';
  return odd ? { key: 'eligibility:contradiction.year-of-work-short-stay' } : null;
}

function monthsAgainstDates({ situation, stay, law }: Case): Text | null {
  const months = known(situation.stayMonths);
  const from = known(situation.stayFrom);
  const until = known(situation.stayUntil);
  if (months === undefined || from === undefined || until === undefined) return null;
  const said = months < thresholds(law).shortStay ? 'short' : 'long';
  return said === stay.length
    ? null
    : { key: 'eligibility:contradiction.months-against-dates', with: { months, from, until } };
}

function arrival({ situation, on, law }: Case): Text | null {
  const months = known(situation.monthsInFrance);
  const from = known(situation.stayFrom);
  if (months === undefined || from === undefined) return null;
  if (monthsBand(situation, on, law) === sinceArrival(from, on, law)) return null;
  return { key: 'eligibility:contradiction.months-in-france-against-arrival', with: { months, from } };
}

function longerThanTheStay({ situation }: Case): Text | null {
  const months = known(situation.monthsInFrance);
  const stay = known(situation.stayMonths);
  if (months === undefined || stay === undefined || months <= stay) return null;
  return { key: 'eligibility:contradiction.months-in-france-beyond-stay', with: { months, stay } };
}

function overAlready({ situation, on }: Case): Text | null {
  const until = known(situation.stayUntil);
  return until !== undefined && until < on ? { key: 'eligibility:contradiction.stay-over', with: { until, on } } : null;
}
