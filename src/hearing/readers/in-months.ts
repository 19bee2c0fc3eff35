import type { Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { monthsIn, monthsOf, type LengthSaid } from '../lengths.ts';

/** Short of three months much is different: a length on both sides of it is not averaged. */
export const short = 3;
/** Two lengths of which the one is so much longer are not about the same. */
const alike = 1.7;

/** "3 to 4 months" is about three and a half; "2 to 4" may be either side of three, and of "5 or 10" no mean is meant. */
export function inMonths(length: LengthSaid, field: string, cue: Cue): Candidate[] {
  const [least, most] = [monthsIn(length.amount, length.unit), monthsIn(length.most, length.unit)];
  const candidate = { from: length.from, to: length.to, field, value: monthsOf(length), cue };
  const isAbout = least >= short ? most <= least * alike : most < short;
  if (isAbout) return [candidate];
  return [{ ...candidate, value: least, others: [most] }];
}
