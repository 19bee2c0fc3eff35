import { candidateAt, type Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Cue } from '../heard.ts';
import { monthsOf, type LengthSaid } from '../lengths.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';

/** "Arrived two months ago"; asked for the day, it is that. */
export function agoTold(listening: Listening, date: DateSaid, cue: Cue): Candidate[] {
  if (listening.asked === 'stayFrom') return [];
  const length = lengthAgo(listening, date);
  return length === null ? [] : candidateAt(date, 'monthsInFrance', monthsOf(length), cue);
}

/** "Moro em França há dois meses": who lives here has done so since then. */
export function isLivedSince(listening: Listening, date: DateSaid): boolean {
  return cueBefore(listening.scene, date, 'role.elapsed') !== null && lengthAgo(listening, date) !== null;
}

/** How long ago, where a day is told so. */
function lengthAgo({ scene, lengths }: Listening, { said, ...span }: DateSaid): LengthSaid | null {
  if (said.kind !== 'fixed' || said.day > scene.on) return null;
  return lengths.find((length) => overlap(length, span)) ?? null;
}
