import type { Rates } from '../dated.ts';
import { addDays, type Day } from '../day.ts';
import type { Refusal, Text } from '../decision.ts';
import type { Offers } from '../fees/index.ts';
import { certificate, finalNumber } from './administrative-waits.ts';
import { ehicGap } from './ehic-gap.ts';
import { registration } from './registration.ts';
import type { DeadlineKind, DeadlineRequest } from './request.ts';
import { cmuDecision, cmuRequest } from './residence-cover.ts';
import { rcEnd, rcLetter } from './yearly-cover.ts';

/** A day, a range, or none (nothing falls due), with the rule that gives it. */
export type Deadline = {
  readonly about: DeadlineKind;
  readonly when:
    | { readonly kind: 'day'; readonly day: Day }
    | { readonly kind: 'between'; readonly earliest: Day; readonly latest: Day }
    | { readonly kind: 'never' };
  readonly rule: Text;
  readonly flags: readonly string[];
  readonly facts: readonly string[];
};

export type DeadlineResult =
  ({ readonly kind: 'dated' } & Deadline) | { readonly kind: 'unanswerable'; readonly errors: readonly Refusal[] };

/** When something starts, ends or is due. `offers` are the desk's, null when it sells none. */
export function deadline(request: DeadlineRequest, rates: Rates, offers: Offers | null): DeadlineResult {
  const { about, ehicUntil } = request;
  const from = request.from ?? ehicUntil;
  if (from === undefined) return refuse({ path: 'from', accepted: { key: 'api:accepted.day' } });
  if (ehicUntil !== undefined && ehicUntil !== from) {
    return refuse({
      path: 'ehicUntil',
      accepted: { key: 'api:accepted.same-as', with: { field: 'from', value: from } },
    });
  }
  return rules[about]({ from, stayUntil: request.stayUntil ?? from, rates, offers });
}

type Asked = {
  readonly from: Day;
  readonly stayUntil: Day;
  readonly rates: Rates;
  readonly offers: Offers | null;
};

const rules: Readonly<Record<DeadlineKind, (asked: Asked) => DeadlineResult>> = {
  'cover-start': ({ from }) => coverStart(from),
  certificate: ({ from, rates }) => certificate(from, rates),
  'rc-end': ({ from, offers }) => rcEnd(from, offers),
  'rc-letter': ({ from, offers }) => rcLetter(from, offers),
  'cmu-request': ({ from, rates }) => cmuRequest(from, rates),
  'cmu-decision': ({ from, rates }) => cmuDecision(from, rates),
  'final-number': ({ from, rates }) => finalNumber(from, rates),
  'ehic-gap': ({ from, stayUntil }) => ehicGap(from, stayUntil),
  register: ({ from, rates }) => registration(from, rates),
};

/** Private cover begins the day after payment; of RC the page also says the day of purchase (C-43). */
function coverStart(payment: Day): DeadlineResult {
  return {
    kind: 'dated',
    about: 'cover-start',
    when: { kind: 'day', day: addDays(payment, 1) },
    rule: { key: 'deadlines:rule.cover-start', with: { from: payment } },
    flags: ['C-43'],
    facts: ['S0-25', 'S0-32'],
  };
}

function refuse(error: Refusal): DeadlineResult {
  return { kind: 'unanswerable', errors: [error] };
}
