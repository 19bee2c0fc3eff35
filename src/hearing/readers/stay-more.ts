import { candidateAt, type Candidate } from '../candidates.ts';
import { addDays, addMonths, type Day } from '../../core/day.ts';
import { averageMonth, monthsIn, monthsOf, type LengthSaid } from '../lengths.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore } from '../roles.ts';

/** "8 more", "six months to go". */
export function isMore({ scene }: Listening, span: Span): boolean {
  const { marks } = scene;
  if (marks.of('role.more.after').some((cue) => overlap(cue, span))) return true;
  const cue = cueBefore(scene, span, 'role.more') ?? cueAfter(scene, span, 'role.more');
  // "More or less".
  return cue !== null && !marks.of('filler').some((filler) => within(cue, filler) && filler.to > cue.to);
}

/** "Came two months ago and stay eight more" is a stay of ten; what is left by itself says, to the question for it, until when. */
export function moreTold(
  listening: Listening,
  told: readonly Candidate[],
  lengths: readonly LengthSaid[],
): readonly Candidate[] {
  const spent = told.find(({ field, value }) => field === 'monthsInFrance' && typeof value === 'number');
  const more = lengths.find((length) => isMore(listening, length));
  if (more !== undefined) return added(listening, more, monthsOf(more), spent);
  const number = listening.bare.find((one) => isMore(listening, one));
  const unit = lengths.find(({ to }) => number !== undefined && to <= number.from)?.unit ?? 'month';
  return number === undefined || spent === undefined
    ? []
    : added(listening, number, monthsIn(number.value, unit), spent);
}

function added(
  { asked, scene }: Listening,
  span: Span,
  months: number,
  spent: Candidate | undefined,
): readonly Candidate[] {
  if (spent !== undefined) return candidateAt(span, 'stayMonths', months + Number(spent.value), 'full');
  return asked === 'stayMonths' ? candidateAt(span, 'stayUntil', dayIn(scene.on, months), 'asked') : [];
}

function dayIn(on: Day, months: number): Day {
  const whole = Math.trunc(months);
  return addDays(addMonths(on, whole), Math.round((months - whole) * averageMonth));
}
