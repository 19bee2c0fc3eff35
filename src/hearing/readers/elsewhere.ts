import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { partAround } from '../scene.ts';

/** "I have lived in Brussels for 4 years" is no time in France. */
export function isElsewhere({ scene, places }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  return places.some((place) => place.kind !== 'people' && overlap(place, part) && !place.codes.includes('FR'));
}
