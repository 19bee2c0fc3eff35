import type { Rates } from '../dated.ts';
import { addDays } from '../day.ts';
import type { Refusal } from '../decision.ts';
import type { Offers } from '../fees/index.ts';
import type { Grounds } from '../grounds.ts';
import { certificate, finalNumber, temporaryNumberEnd } from './administrative-waits.ts';
import { ehicGap } from './ehic-gap.ts';
import { registration } from './registration.ts';
import type { DeadlineKind, DeadlineRequest } from './request.ts';
import { cmuDecision, cmuRequest } from './residence-cover.ts';
import type { Asked, DeadlineResult } from './rule.ts';
import { rcEnd, rcLetter } from './yearly-cover.ts';

/** What deadlines are counted by. `offers` are the desk's, null when it sells none. */
export type DeadlineLaw = {
  readonly rates: Rates;
  readonly offers: Offers | null;
  readonly grounds: Grounds;
};

/** When something starts, ends or is due. */
export function deadline(request: DeadlineRequest, law: DeadlineLaw): DeadlineResult {
  const { about, ehicUntil } = request;
  const from = request.from ?? ehicUntil;
  if (from === undefined) return refuse({ path: 'from', accepted: { key: 'api:accepted.day' } });
  if (ehicUntil !== undefined && ehicUntil !== from) {
    return refuse({
      path: 'ehicUntil',
      accepted: { key: 'api:accepted.same-as', with: { field: 'from', value: from } },
    });
  }
  const { rates, offers, grounds } = law;
  return rules[about]({ from, stayUntil: request.stayUntil ?? from, rates, offers, grounds: grounds.deadlines });
}

const rules: Readonly<Record<DeadlineKind, (asked: Asked) => DeadlineResult>> = {
  'cover-start': coverStart,
  certificate,
  'rc-end': rcEnd,
  'rc-letter': rcLetter,
  'cmu-request': cmuRequest,
  'cmu-decision': cmuDecision,
  'final-number': finalNumber,
  'temporary-number-end': temporaryNumberEnd,
  'ehic-gap': ehicGap,
  register: registration,
};

/** Private cover begins the day after payment; of RC the page also says the day of purchase (C-43). */
function coverStart({ from, grounds }: Asked): DeadlineResult {
  return {
    kind: 'dated',
    about: 'cover-start',
    when: { kind: 'day', day: addDays(from, 1) },
    rule: { key: 'deadlines:rule.cover-start', with: { from } },
    flags: grounds['cover-start'].flags,
    facts: grounds['cover-start'].facts,
  };
}

function refuse(error: Refusal): DeadlineResult {
  return { kind: 'unanswerable', errors: [error] };
}
