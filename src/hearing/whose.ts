import { overlap, type Span } from './lexicon.ts';
import type { Scene } from './scene.ts';

export type Person = 'student' | 'other';

/** Of whom each word speaks: of who was named last in the sentence; a new sentence speaks of the student again. */
export function whoseWords(scene: Scene): readonly Person[] {
  const turns = turnsOf(scene);
  const persons: Person[] = [];
  let person: Person = 'student';
  for (const [at, token] of scene.tokens.entries()) {
    person = turns.get(at) ?? person;
    persons.push(person);
    if (token.kind === 'stop') person = 'student';
  }
  return persons;
}

function turnsOf(scene: Scene): ReadonlyMap<number, Person> {
  const { marks } = scene;
  const asides = marks.of('speaker.aside');
  const others = marks.of('speaker.other').filter((span) => !asides.some((aside) => overlap(aside, span)));
  const first = others[0]?.from ?? Infinity;
  const pronouns = marks.of('speaker.pronoun').filter(({ from }) => from > first);
  const named = [...others, ...pronouns];
  const turns = new Map<number, Person>();
  // "than my brother, who is 25".
  for (const { from } of marks.of('speaker.relative'))
    if (asides.some(({ to }) => to === from)) turns.set(from, 'other');
  for (const { from } of named) turns.set(from, 'other');
  for (const self of marks.of('speaker.self')) {
    if (![...named, ...asides].some((span) => overlap(span, self))) turns.set(self.from, 'student');
  }
  return turns;
}

/** Of whom a span speaks: "not me" is the student's, whoever was named before. */
export function personAt(persons: readonly Person[], { from, to }: Span): Person {
  return persons[from] === 'other' && persons[to - 1] === 'other' ? 'other' : 'student';
}
