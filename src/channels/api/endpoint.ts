import type { z } from 'zod';
import type { Day } from '../../core/day.ts';
import type { Refusal, Text } from '../../core/decision.ts';

/** Says the core's texts in the language of the request, for the day in question. */
export type Say = (text: Text) => string;

/** Who asks: in which language texts are said for a day, and what today is in Paris. */
export type Asking = { readonly sayOn: (on: Day) => Say; readonly today: Day };

/** A day or days to enter in a calendar; both included. */
export type Entry = {
  readonly id: string;
  readonly summary: Text;
  readonly description: string;
  readonly from: Day;
  readonly to: Day;
};

export type Answered =
  | { readonly kind: 'answered'; readonly body: object; readonly entry?: Entry | null }
  | { readonly kind: 'invalid' | 'unanswerable'; readonly errors: readonly Refusal[] };

/** One question of the API, whatever serves it: what it takes, what it gives, and the core's decision in between. */
export type Endpoint = {
  readonly name: 'eligibility' | 'quote' | 'reimbursement' | 'deadline';
  readonly request: z.ZodType;
  readonly response: z.ZodType;
  /** A request that is answered, for the documentation. */
  readonly example: object;
  /** Fields that are filled in when missing: the day of the request. */
  readonly filledIn: readonly string[];
  answer(input: unknown, asking: Asking): Answered;
};
