import type { Day } from '../src/core/day.ts';

/** Whether a fact is a day: it may be untold, and its answer "I don't know". */
export function isKnownDay(value: unknown): value is Day {
  return typeof value === 'string' && value !== 'unknown';
}
