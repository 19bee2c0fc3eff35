import { overlap, within, type Span } from './lexicon.ts';
import { isEmpty, type Scene } from './scene.ts';

/** What a number, a length, a date or a place is said to be: the nearest of the cues around it. */
export type Role = { readonly role: string; readonly at: Span; readonly distance: number };

/** A word further off says nothing of it; a part of a sentence in between counts as so many words. */
const furthest = 9;
const part = 5;
/** From another part only what stands right beside it: "my visa, 4 months". */
const furthestAcross = part + 1;
/** The same distance behind is a little further off than before. */
const behind = 0.5;

/**
 * @param roles that are asked about; the nearest wins, the first named of two
 * @param isNone whether a cue says nothing here
 */
export function roleOf(
  scene: Scene,
  span: Span,
  roles: readonly string[],
  isNone: (at: Span) => boolean = () => false,
): Role | null {
  let nearest: Role | null = null;
  for (const role of roles) {
    for (const cue of cuesOf(scene, span, role)) {
      if (isNone(cue.at)) continue;
      if (nearest === null || isNearer(cue, nearest)) nearest = { role, ...cue };
    }
  }
  return nearest;
}

/** Of two as near, the longer says more: "go back home" is no "home". */
function isNearer(cue: Omit<Role, 'role'>, than: Role): boolean {
  if (cue.distance !== than.distance) return cue.distance < than.distance;
  return cue.at.to - cue.at.from > than.at.to - than.at.from;
}

/** Whether a cue stands right before `span`, with no more than `between` words in between. */
export function cueBefore(scene: Scene, span: Span, name: string, between = 0): Span | null {
  return (
    [...scene.marks.of(`${name}.before`), ...scene.marks.of(`${name}.around`)].find(
      ({ to }) => to <= span.from && span.from - to <= between,
    ) ?? null
  );
}

/** A cue with a gap in it, which holds `span`: "I speak … and". */
export function cueOver(scene: Scene, span: Span, name: string): Span | null {
  return scene.marks.of(`${name}.before`).find(({ from, to }) => from < span.from && to > span.to) ?? null;
}

export function cueAfter(scene: Scene, span: Span, name: string, between = 0): Span | null {
  return (
    [...scene.marks.of(`${name}.after`), ...scene.marks.of(`${name}.around`)].find(
      ({ from }) => from >= span.to && from - span.to <= between,
    ) ?? null
  );
}

/** A cue before `span` with nothing but fillers in between: "ago, it must be, three weeks", "il y a tout juste un mois". */
export function cueLeading(scene: Scene, span: Span, name: string): Span | null {
  const near = cueBefore(scene, span, name);
  if (near !== null) return near;
  const cue = nearestBefore(scene, span, name, mostFillers);
  const between = cue === null ? null : { from: cue.to, to: span.from };
  if (cue === null || between === null || scene.parts[between.from - 1] !== scene.parts[span.from]) return null;
  // "In France 5 months": the cue is a word of what fills.
  if (scene.marks.of('filler').some((filler) => filler.to > cue.to && overlap(filler, cue))) return null;
  return isEmpty(scene, between) ? cue : null;
}

const mostFillers = 4;

/** "Been in Lyon for, like, a month": of cues that hold one another's words, the one that ends last. */
function nearestBefore({ marks }: Scene, span: Span, name: string, between: number): Span | null {
  return (
    [...marks.of(`${name}.before`), ...marks.of(`${name}.around`)]
      .filter(({ to }) => to <= span.from && span.from - to <= between)
      .sort((a, b) => b.to - a.to || a.from - b.from)[0] ?? null
  );
}

/** Whether a cue stands right beside `span`, on either side of it. */
export function hasCue(scene: Scene, span: Span, name: string, between = 0): boolean {
  return cueBefore(scene, span, name, between) !== null || cueAfter(scene, span, name, between) !== null;
}

/** "not 10"; the no of "10, sorry, no, 5" stands by itself and denies nothing. */
export function isDeniedBefore(scene: Scene, span: Span, between: number): boolean {
  const denial = cueBefore(scene, span, 'deny', between);
  return denial !== null && scene.parts[denial.to - 1] === scene.parts[span.from];
}

/** "less than 3 months", "over 28": more or less than what is said. */
export function isBound(scene: Scene, span: Span): boolean {
  const before = cueBefore(scene, span, 'bound');
  return (before !== null && !isInAge(scene, before)) || cueAfter(scene, span, 'bound') !== null;
}

/** 满 28 is "28 and more", 刚满 28 is "just turned 28". */
function isInAge({ marks }: Scene, bound: Span): boolean {
  return marks.of('role.age.before').some(({ from, to }) => from < bound.from && to === bound.to);
}

/** "A little over a year" is about a year. */
export function isNearly(scene: Scene, span: Span): boolean {
  return hasCue(scene, span, 'nearly');
}

function* cuesOf(scene: Scene, span: Span, role: string): Generator<{ readonly at: Span; readonly distance: number }> {
  const around = scene.marks.of(`role.${role}.around`);
  for (const at of [...scene.marks.of(`role.${role}.before`), ...around]) {
    // "A lease … for" may hold the length that stands in between.
    if (at.from < span.from && at.to > span.to) yield { at, distance: 0 };
    if (at.to > span.from) continue;
    const distance = span.from - at.to + part * partsBetween(scene, at.to - 1, span.from);
    if (reaches(scene, at, span, distance)) yield { at, distance };
  }
  for (const at of [...scene.marks.of(`role.${role}.after`), ...around]) {
    if (at.from < span.to) continue;
    const distance = at.from - span.to + behind + part * partsBetween(scene, span.to - 1, at.from);
    if (reaches(scene, at, span, distance)) yield { at, distance };
  }
}

function reaches(scene: Scene, at: Span, span: Span, distance: number): boolean {
  if (!sameSentence(scene, at, span) || isInCorrection(scene, at)) return false;
  return distance <= (distance >= part && partsBetween(scene, at.from, span.from) > 0 ? furthestAcross : furthest);
}

/** "No wait, 14 months" waits for nothing. */
function isInCorrection({ marks }: Scene, at: Span): boolean {
  return marks.of('answer.correction').some((one) => within(at, one) && one.to - one.from > at.to - at.from);
}

function partsBetween(scene: Scene, a: number, b: number): number {
  return Math.abs((scene.parts[a] ?? 0) - (scene.parts[b] ?? 0));
}

function sameSentence(scene: Scene, a: Span, b: Span): boolean {
  return scene.sentences[a.from] === scene.sentences[b.from];
}
