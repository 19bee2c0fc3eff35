import { daysOf } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** Work that is held now: a job that has ended is none, and of a contract that begins later nothing is heard. */
export function workOfNow(listening: Listening, one: Candidate): readonly Candidate[] {
  if (one.field !== 'work' || one.value === 'none') return [one];
  if (hasEnded(listening, one)) return isToCome(listening, one) ? [] : [{ ...one, value: 'none' }];
  // Asked how one works while one is here, a small job that begins later is an answer.
  if (listening.asked === 'work' && one.value === 'minor') return [one];
  return startOf(listening, one) === undefined ? [one] : [];
}

/** "An apprentice from September 2027": the day is that of the work, and no start of the stay. */
export function isStartOfWork(listening: Listening, work: readonly Candidate[], one: Candidate): boolean {
  if (one.field !== 'stayFrom') return false;
  return work.some((job) => {
    const start = job.field === 'work' && job.value !== 'none' ? startOf(listening, job) : undefined;
    return start !== undefined && start.from >= job.to && overlap(start, one);
  });
}

/** "I stopped my job", "my apprenticeship was cancelled"; "my contract has not ended" is of now. */
function hasEnded({ scene }: Listening, work: Span): boolean {
  const nots = scene.marks.of('having.not');
  return scene.marks
    .of('role.workOver.around')
    .some((over) => overlap(over, work) && !nots.some((not) => within(not, over) || not.to === over.from));
}

/** "My contract is over in June" has not ended yet. */
function isToCome(listening: Listening, { from }: Span): boolean {
  const part = partAround(listening.scene, from);
  return listening.dates.some((date) => within(date, part) && isLater(listening, date));
}

/** The day to come from which one works: "an apprentice from September 2027", "a job in March". */
function startOf(listening: Listening, work: Span): DateSaid | undefined {
  const { scene, dates } = listening;
  const part = partAround(scene, work.from);
  // The "partir" of "à partir de" goes nowhere.
  const begins = scene.marks.of('date.from.before');
  const isOfStay = (cue: Span) => !begins.some((begin) => overlap(begin, cue));
  return dates.find((date) => {
    if (!within(date, part) || !isLater(listening, date)) return false;
    if (date.edge === null) return date.from >= work.to && date.from - work.to <= beside;
    if (!mayStart(date)) return false;
    if (date.to <= work.from) return work.from - date.to <= nearby;
    const between = { from: work.to, to: date.from };
    return date.from - work.to <= nearby && !stays.some((name) => inside(scene, name, between).some(isOfStay));
  });
}

/** "Da", "desde" and "من" are since, and from: with a year to come they are from. */
function mayStart({ edge, said }: DateSaid): boolean {
  return edge === 'from' || (edge === 'since' && 'year' in said && said.year !== null);
}

/** "I work on Saturday" tells of every one. */
function isLater({ scene }: Listening, { said }: DateSaid): boolean {
  if (said.kind === 'weekday') return false;
  const days = daysOf(said, 'near', scene.on);
  return days !== null && days.first > scene.on;
}

/** "A job, and I come from March": the day is that of the stay. */
const stays = ['role.arrive.before', 'role.coming.before', 'role.stay.before'];
/** "in", "en". */
const beside = 1;
/** "Starting only on the". */
const nearby = 5;
