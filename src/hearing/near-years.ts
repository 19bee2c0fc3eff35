import { joinedBy } from './joined.ts';
import type { Span, Valued } from './lexicon.ts';
import { partAround, type Scene } from './scene.ts';

/**
 * The year of a day or a month that is told beside it: "in September last year", "last year in September", or before it in the
 * same part: "last year I came in September".
 */
export function nearYearOf(scene: Scene, { from, to }: Span): (Span & { readonly value: number }) | undefined {
  const part = partAround(scene, from);
  const said = scene.marks.valued('nearYear');
  const beside = said.find((mark) => joinedBy(scene, to, mark.from, 'date.between') || isBefore(scene, mark, from));
  const before = said.findLast((mark) => mark.from >= part.from && mark.to <= from);
  const mark = beside ?? before;
  if (mark === undefined) return undefined;
  const value = Number(scene.on.slice(0, 4)) + mark.value;
  return mark === beside ? { from: Math.min(from, mark.from), to: Math.max(to, mark.to), value } : { from, to, value };
}

function isBefore(scene: Scene, { to }: Valued, from: number): boolean {
  return joinedBy(scene, to, from, 'date.between') || joinedBy(scene, to, from, 'date.lead');
}
