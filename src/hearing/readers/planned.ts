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
