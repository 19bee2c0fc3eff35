import type { Rates } from '../dated.ts';
import type { Day } from '../day.ts';
import type { Refusal, Text } from '../decision.ts';
import type { Offers } from '../fees/index.ts';
import type { Grounds } from '../grounds.ts';
import type { DeadlineKind } from './request.ts';

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

/** What a rule is asked, and what it counts by. */
export type Asked = {
  readonly from: Day;
  readonly stayUntil: Day;
  readonly rates: Rates;
  readonly offers: Offers | null;
  readonly grounds: Grounds['deadlines'];
};
