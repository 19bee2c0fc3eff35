import type { Candidate } from '../candidates.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore } from '../roles.ts';
import { inside } from '../polarity.ts';
import { partAround, type Scene } from '../scene.ts';

/** Nobody is told to be older by more than this, or to be a student's age below it. */
const farthest = 15;
const youngest = 12;
const oldest = 90;

/** Words between the years and who they are counted from: "older than my". */
const nearby = 5;

type Counted = Span & { readonly value: number };

/** Asked for the age: "my sister is 19, I am two years older", "the same age as my twin, 24". */
export function relativeAgeTold(listening: Listening): readonly Candidate[] {
  const { scene, asked } = listening;
  if (asked !== 'age') return [];
  const counts = countsIn(listening);
  const steps = counts.flatMap((count) => stepOf(listening, count) ?? []);
  const [step] = steps;
  const same = step === undefined && scene.marks.of('role.sameAge.around').length > 0;
  const [other, ...more] = counts.filter(
    (count) => !steps.some((one) => overlap(one, count)) && count.value >= youngest && count.value <= oldest,
  );
  if (other === undefined || more.length > 0 || steps.length > 1 || !(same || step !== undefined)) return [];
  const span = { from: Math.min(other.from, step?.from ?? other.from), to: Math.max(other.to, step?.to ?? other.to) };
  return [{ ...span, field: 'age', value: other.value + (step?.by ?? 0), cue: 'full', person: 'student' }];
}

function countsIn({ bare, lengths }: Listening): readonly Counted[] {
  const years = lengths.filter(({ unit, amount, most }) => unit === 'year' && amount === most);
  return [...bare, ...years.map(({ from, to, amount }) => ({ from, to, value: amount }))].filter(({ value }) =>
    Number.isInteger(value),
  );
}

/** By how much the student is older: said of "I", or of nobody before "than my flatmate". */
function stepOf({ scene }: Listening, count: Counted): (Span & { readonly by: number }) | null {
  if (count.value > farthest) return null;
  const [older, younger] = [isCued(scene, count, 'role.older'), isCued(scene, count, 'role.younger')];
  if (older === younger) return null;
  const { from } = partAround(scene, count.from);
  const before = { from, to: count.to };
  const own = inside(scene, 'speaker.self', before).length > 0;
  const others = ['speaker.other', 'speaker.pronoun'].flatMap((name) => inside(scene, name, before));
  if (!own && (others.length > 0 || !isCompared(scene, count))) return null;
  return { from: count.from, to: count.to, by: older ? count.value : -count.value };
}

/** The unit of "two years" may be part of the cue: "years older". */
function isCued(scene: Scene, count: Span, role: string): boolean {
  const isBehind = ({ from, to }: Span) => from > count.from && from <= count.to && to > count.to;
  return scene.marks.of(`${role}.after`).some(isBehind) || cueBefore(scene, count, role) !== null;
}

/** "… than my brother" and no "than me". */
function isCompared({ marks }: Scene, count: Span): boolean {
  const isBehind = ({ from }: Span) => from >= count.to && from - count.to <= nearby;
  const others = [...marks.of('speaker.other'), ...marks.of('speaker.aside')];
  return others.some(isBehind) && !marks.of('speaker.self').some(isBehind);
}
