import type { DateSaid } from '../dates.ts';
import type { Cue } from '../heard.ts';
import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { correctionsIn, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { isCardHeld, stayFields } from './asked-fields.ts';

/**
 * How surely a date is one of the stay; null when another question was asked and nothing says so.
 * @param isOfTime from one month to another, or until one: whatever was asked, few things but a stay are told so
 */
export function strengthOf(
  { scene, asked }: Listening,
  span: Span,
  { cued, isOfTime }: { readonly cued: boolean; readonly isOfTime: boolean },
): Cue | null {
  if (cued) return 'full';
  if (stayFields.has(asked)) return 'asked';
  const beside = [...scene.marks.of('lead'), ...correctionsIn(scene)];
  if (asked !== null) {
    // "At the faculty of law, until June": told beside the answer.
    const aside = (isOfTime || besideWhich.has(asked)) && standsAlone(scene, span, beside);
    return aside ? 'weak' : null;
  }
  if (isAtSchool(scene, span)) return 'weak';
  const first = isOfTime && isEmpty(scene, { from: partAround(scene, span.from).from, to: span.from }, beside);
  return first || standsAlone(scene, span, beside) ? 'weak' : null;
}

/** "Until July"; but "yes, until July" says of what was asked until when it is. */
export function isOfTime({ answers }: Listening, date: DateSaid): boolean {
  return date.edge === 'until' && !answers.some(({ value }) => value === true);
}

/** "Until July" after a card was told: its last day, or the stay's? Of a card that has one, it is the stay's that is missing. */
export function mayBeOfCard({ told }: Listening): boolean {
  if (told['ehicUntil'] !== undefined) return told['stayUntil'] !== undefined || told['stayMonths'] !== undefined;
  return isCardHeld(told['ehic']);
}

/** Answered, these have no end of their own. */
const besideWhich: ReadonlySet<string> = new Set(['school', 'nationality', 'age', 'birthDate']);

/** "At the university of Rennes until the end of June". */
function isAtSchool(scene: Scene, span: Span): boolean {
  const part = partAround(scene, span.from);
  const schools = Object.keys(scene.language.data.values['school'] ?? {});
  return schools.some((school) => inside(scene, `value.school.${school}`, part).some(({ to }) => to <= span.from));
}
