import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { partAround } from '../scene.ts';

/** "two months in Spain", "zwei Monate Spanien": the place stands right behind. */
export function isSpentElsewhere({ scene, places }: Listening, length: Span): boolean {
  return places.some((place) => {
    const behind = cueBefore(scene, place, 'role.elsewhere')?.from === length.to || place.from === length.to;
    return behind && place.kind !== 'people' && !place.codes.includes('FR');
  });
}

/** "I have lived in Brussels for 4 years" is no time in France. */
export function isElsewhere({ scene, places }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  return places.some((place) => place.kind !== 'people' && overlap(place, part) && !place.codes.includes('FR'));
}
