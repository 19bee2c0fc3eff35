import { addMonths, daysBetween } from '../../core/day.ts';
import { daysOf, type Direction } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { averageMonth, monthsOf, type LengthSaid } from '../lengths.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { partAround } from '../scene.ts';

/** Where the year of a start is looked for: "here since January" is gone by, "I am coming from January" is not. */
export function directionOf(listening: Listening, date: DateSaid): Direction {
  const past = date.edge === 'since' ? !isComing(listening, date) : isPast(listening, date);
  return past ? 'past' : 'near';
}

/** "Desde", "da" and "من" are since, and from: behind a verb of coming they are from, behind one of being here since. */
function isComing({ scene }: Listening, date: Span): boolean {
  const before = { from: partAround(scene, date.from).from, to: date.from };
  const coming = inside(scene, 'role.coming.before', before).at(-1);
  return coming !== undefined && !inside(scene, 'role.here.before', before).some(({ from }) => from >= coming.to);
}

/** "I study here since January for five months", in November: what is since is said of the month, and the length is another. */
export function isBehindStart({ scene, dates }: Listening, length: LengthSaid, since: Span): boolean {
  const start = dates.find(({ from, to }) => from >= since.to && to <= length.from);
  const first = start?.edge === 'since' ? daysOf(start.said, 'past', scene.on)?.first : undefined;
  if (first === undefined) return false;
  return Math.abs(daysBetween(first, scene.on) / averageMonth - monthsOf(length)) > nearlyCounted;
}

/** Months by which a time told in round figures may be wrong. */
const nearlyCounted = 1.5;

function isPast({ scene }: Listening, date: Span): boolean {
  const part = partAround(scene, date.from);
  const last = [
    ...scene.marks.of('tense.past').map((span) => ({ ...span, past: true })),
    ...scene.marks.of('tense.future').map((span) => ({ ...span, past: false })),
  ]
    .filter((span) => span.from >= part.from && span.to <= part.to)
    .sort((a, b) => Math.abs(a.to - date.from) - Math.abs(b.to - date.from) || b.to - b.from - (a.to - a.from))[0];
  return last?.past === true;
}

/**
 * "I study in Nice since January, five months", said in November: a stay that would be over is one to come, if nothing says that
 * it is over; of who says to be here already, no start is sure.
 */
export function startsToCome(listening: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const months = Number(told.find(({ field }) => field === 'stayMonths')?.value ?? listening.told['stayMonths']);
  if (!(months > 0)) return told;
  return told.flatMap((one): Candidate[] => {
    const date = one.field === 'stayFrom' ? listening.dates.find(({ from }) => from === one.from) : undefined;
    if (date === undefined || !isOver(listening, date, months)) return [one];
    const { scene } = listening;
    const first = daysOf(date.said, 'future', scene.on)?.first;
    if (first === undefined || inside(scene, 'role.here.before', partAround(scene, date.from)).length > 0) return [];
    return [{ ...one, value: first }];
  });
}

/** Only where no year was told, and nothing was said of what is past. */
function isOver(listening: Listening, date: DateSaid, months: number): boolean {
  const { said } = date;
  if (said.kind !== 'month' || said.year !== null || date.pair !== null || isPast(listening, date)) return false;
  const { on } = listening.scene;
  const first = daysOf(said, directionOf(listening, date), on)?.first;
  return first !== undefined && addMonths(first, Math.ceil(months)) <= on;
}
