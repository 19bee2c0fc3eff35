import { daysOf } from '../calendar.ts';
import { candidateAt, type Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { correctionsIn, type Scene } from '../scene.ts';
import { isDenied } from './denied.ts';

/** "The 8th, scratch that, the 10th": of two days for one thing, the first is taken back. */
export function isCorrectedDate(scene: Scene, date: DateSaid, next: DateSaid | undefined): boolean {
  if (next === undefined || date.pair !== null || next.edge !== date.edge) return false;
  return correctionsIn(scene).some(({ from, to }) => from >= date.to && to <= next.from);
}

/**
 * "I arrived on the 9th, sorry, the 19th": what is said instead is the same end of the same time.
 * @param taken what the date that is taken back would tell
 */
export function correctedDates(listening: Listening, taken: (date: DateSaid) => readonly Candidate[]): Candidate[] {
  const { scene, dates } = listening;
  const corrections = correctionsIn(scene);
  const isSame = (one: Span, other: Span) => scene.sentences[one.from] === scene.sentences[other.from];
  return dates.flatMap((date, at): Candidate[] => {
    const before = dates[at - 1];
    if (before === undefined || date.pair !== null || isDenied(listening, date)) return [];
    // "It ended on the 3rd and I did not see it. On the 8th I was ill": a no of the sentence before is none to its date.
    const corrected = corrections.some(
      (no) => no.from >= before.to && no.to <= date.from && (isSame(no, date) || !isSame(no, before)),
    );
    const instead = isDenied(listening, before) && isSame(before, date);
    if (!corrected && !instead) return [];
    const told = taken(before);
    const hasRunOut = told.some(({ field }) => field === 'ehic');
    return told.flatMap(({ field, cue }) => {
      const last = field === 'stayUntil' || field === 'ehicUntil';
      const day = daysOf(date.said, last && !hasRunOut ? 'future' : 'past', scene.on)?.[last ? 'last' : 'first'];
      return day === undefined || !dayFields.has(field) ? [] : candidateAt(date, field, day, cue);
    });
  });
}

/** What else a date tells, a length or that a card has run out, is no day. */
const dayFields: ReadonlySet<string> = new Set(['stayFrom', 'stayUntil', 'ehicUntil']);
