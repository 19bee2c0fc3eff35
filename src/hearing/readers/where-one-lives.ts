import type { Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';

/** "I live in Poland", asked where one is insured, tells where one lives; "I live in Poland, insured there" says it of both. */
export function isWhereOneLives({ scene }: Listening, place: Span): boolean {
  const insured = ['role.insured.before', 'role.insured.after'].some((name) => scene.marks.of(name).length > 0);
  return !insured && cueBefore(scene, place, 'role.lived', 1) !== null;
}
