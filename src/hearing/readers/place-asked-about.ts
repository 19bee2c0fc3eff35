import { isInQuestion } from '../answers.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { PlaceSaid } from '../place-index.ts';
import { inside, isAsked } from '../polarity.ts';
import { cueBefore } from '../roles.ts';
import { partAround, type Scene } from '../scene.ts';

/** "Do Canadians need a form?" tells of nobody; "as a Canadian, do I …" does. */
export function isAskedAbout({ scene, asked }: Listening, place: PlaceSaid): boolean {
  const part = partAround(scene, place.from);
  if (asked === 'nationality' || asked === 'insuredIn') return false;
  if (!isAsked(scene, place, part)) return isInQuestion(scene, place) && isInAskedSentence(scene, part);
  // "Como argelina" is no "¿cómo?".
  const as = cueBefore(scene, place, 'role.nationality');
  if (as !== null && scene.marks.of('having.asks').some((ask) => overlap(ask, as))) return false;
  return !inside(scene, 'role.nationality.before', part).some(
    (cue) =>
      cue.to <= place.from &&
      place.from - cue.to <= 1 &&
      scene.marks.of('speaker.self').some((self) => overlap(self, cue)),
  );
}

/** "Where does one register if students are Polish?": what is not divided by a mark is asked as well, of nobody. */
function isInAskedSentence(scene: Scene, part: Span): boolean {
  if (inside(scene, 'speaker.self', part).length > 0) return false;
  const before = part.from === 0 ? undefined : scene.tokens[part.from - 1];
  if (before === undefined || before.kind === 'mark' || before.kind === 'stop') return false;
  const first = partAround(scene, part.from - 1);
  return isAsked(scene, { from: first.to, to: first.to }, first) || isInAskedSentence(scene, first);
}
