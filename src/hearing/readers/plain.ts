import type { Candidate } from '../candidates.ts';
import { monthsOf } from '../lengths.ts';
import type { Listening } from '../listening.ts';
import { answered } from './answered.ts';

/** What any form can be told that no reader is written for: yes or no to its question, and a length in months. */
export function plainTold(listening: Listening): readonly Candidate[] {
  const { lengths, bare, asked } = listening;
  const cue = asked === 'months' ? 'asked' : 'weak';
  const months = lengths
    .filter(({ unit }) => unit !== 'hour')
    .map((length): Candidate => ({ from: length.from, to: length.to, field: 'months', value: monthsOf(length), cue }));
  const [number] = asked === 'months' && months.length === 0 ? bare : [];
  const counted: Candidate[] =
    number === undefined ? [] : [{ from: number.from, to: number.to, field: 'months', value: number.value, cue }];
  return [...months, ...counted, ...answered(listening, (_, yes) => yes, months)];
}
