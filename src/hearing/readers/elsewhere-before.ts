import type { Span } from '../lexicon.ts';
import type { PlaceSaid } from '../place-index.ts';
import { cueBefore } from '../roles.ts';
import type { Scene } from '../scene.ts';

/** "I live in Peru" says where; in "I arrived on the 2nd. Togolese", "at the faculty, Togolese" another sentence or part has begun. */
export function elsewhereBefore(scene: Scene, place: PlaceSaid): Span | null {
  const cue = cueBefore(scene, place, 'role.elsewhere', 1);
  const between = scene.tokens.slice(cue?.to ?? place.from, place.from);
  const isApart = between.some(({ kind }) => kind === 'stop' || (kind === 'mark' && place.kind === 'people'));
  return isApart ? null : cue;
}
