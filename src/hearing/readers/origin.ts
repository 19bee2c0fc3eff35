import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { standsAlone } from '../scene.ts';

/** "I am" says a people, "from" a country or a city. */
export function isOrigin({ scene }: Listening, place: Span, before: Span | null): boolean {
  if (before === null) return false;
  return scene.marks.of('role.origin.before').some(({ to }) => to <= place.from && place.from - to <= 1);
}

/** "…, de Tunis": nothing else in its part. */
export function isOriginAlone({ scene }: Listening, place: Span): boolean {
  return (
    cueBefore(scene, place, 'role.origin') !== null && standsAlone(scene, place, scene.marks.of('role.origin.before'))
  );
}
