import { addDays } from '../../core/day.ts';
import { daysOf } from '../calendar.ts';
import type { DateSaid } from '../dates.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';

/** "I have an appointment on 3 December", "I will be in hospital from the 3rd to the 6th of January". */
export function isPlanned({ scene }: Listening, date: Span): boolean {
  const { marks } = scene;
  const planned = marks.of('role.planned.before').filter(({ to }) => to <= date.from);
  // "Discharge planned for Thursday": what stands right before the day says more than a past elsewhere.
  const beside = planned.some(({ to }) => date.from - to <= 1);
  return beside || (planned.length > 0 && marks.of('tense.past').length === 0);
}

/** "My follow-up on 14 December", said in November without a year: an appointment, or a visit of nearly a year ago. */
export function mayBePlanned(listening: Listening, { said, ...date }: DateSaid): boolean {
  const { on } = listening.scene;
  if (said.kind !== 'day' || said.year !== null || isPlanned(listening, date)) return false;
  const last = daysOf(said, 'past', on)?.first;
  return last !== undefined && last < addDays(on, -longAgo);
}

/** Days after which a visit is told with its year. */
const longAgo = 300;
