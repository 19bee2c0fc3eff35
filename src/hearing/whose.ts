import { overlap, within, type Span } from './lexicon.ts';
import type { Scene } from './scene.ts';

export type Person = 'student' | 'other';

/**
 * Of whom each word speaks: of who was named last in the sentence; a new sentence speaks of the student again. What nobody
 * said is told of no student either.
 */
export function whoseWords(scene: Scene): readonly Person[] {
  const turns = turnsOf(scene);
  const { begins, ends } = unsaidIn(scene);
  const persons: Person[] = [];
  let person: Person = 'student';
  let isUnsaid = false;
  for (const [at, token] of scene.tokens.entries()) {
    isUnsaid = begins.has(at) || (isUnsaid && !ends.has(at));
    person = turns.get(at) ?? person;
    persons.push(isUnsaid ? 'other' : person);
    // "Irish (people keep thinking I'm English), …".
    if (token.kind === 'stop' || token.text === ')') isUnsaid = false;
    if (token.kind === 'stop') person = 'student';
  }
  return persons;
}

/** Where nobody's words begin, and where "but" ends them: the "that" of "never said that" is none. */
function unsaidIn(scene: Scene): { readonly begins: ReadonlySet<number>; readonly ends: ReadonlySet<number> } {
  const marks = scene.marks.of('speaker.unsaid');
  const turns = scene.marks.of('join.turn').filter((turn) => !marks.some((mark) => within(turn, mark)));
  return {
    begins: new Set(marks.map((mark) => (isMeasured(scene, mark.to) ? mark.from : mark.to))),
    ends: new Set(turns.map(({ from }) => from)),
  };
}

/** A country or a number: to "I never said that I am Greek" the "never" answers nothing that was asked; "that I work" it may. */
function isMeasured({ tokens, marks, sentences, language, text }: Scene, from: number): boolean {
  const rest = tokens.slice(from).filter((_, at) => sentences[from + at] === sentences[from]);
  const isCounted = marks.valued('number').some((number) => number.from >= from && number.to <= from + rest.length);
  return (
    isCounted ||
    rest.some(({ kind }) => kind !== 'word' && kind !== 'mark' && kind !== 'stop') ||
    language.places.find(rest, text).length > 0
  );
}

/** Where it is said who is spoken of from there on. */
export function turnsOf(scene: Scene): ReadonlyMap<number, Person> {
  const { marks } = scene;
  const asides = marks.of('speaker.aside').filter((aside) => !belongs(scene, aside));
  const along = marks.of('speaker.along');
  const selves = marks.of('speaker.self').filter((self) => !along.some((span) => within(self, span)));
  const named = ['value.act.gp', 'thing.declaredGp'].flatMap((name) => marks.of(name));
  const others = marks
    .of('speaker.other')
    // "I am a girl from Peru" is nobody else.
    .filter((span) => ![...asides, ...selves].some((aside) => within(span, aside) && !same(span, aside)))
    // The family doctor is no family; "the doctor must be sixty" is told of the doctor.
    .filter((span) => !named.some((thing) => overlap(span, thing) && span.to <= thing.to));
  const first = others[0]?.from ?? Infinity;
  // "She is registered, my flatmate".
  const isNamedBehind = ({ to }: Span) =>
    others.some(
      ({ from }) => from >= to && scene.sentences[from] === scene.sentences[to - 1] && isAfterMark(scene, from),
    );
  const pronouns = marks
    .of('speaker.pronoun')
    .filter((one) => one.from > first || isNamedBehind(one) || isOfAside(scene, asides, one));
  const spoken = [...others, ...pronouns];
  const turns = new Map<number, Person>();
  // "than my brother, who is 25".
  for (const { from } of marks.of('speaker.relative'))
    if (asides.some(({ to }) => to === from || (to === from - 1 && isAfterMark(scene, from)))) turns.set(from, 'other');
  for (const { from } of spoken) turns.set(from, 'other');
  // "My brother paid on Friday, but my payment …": what is one's own opens its part.
  for (const own of marks.of('having.own')) {
    if (opensPart(scene, own.from) && ![...spoken, ...asides].some((span) => overlap(span, own)))
      turns.set(own.from, 'student');
  }
  for (const self of selves) {
    if (![...spoken, ...asides].some((span) => overlap(span, self))) turns.set(self.from, 'student');
  }
  return turns;
}

/** "I went to my flatmate's doctor, she has declared him": who was named aside is spoken of next, where no card is "elle". */
function isOfAside(scene: Scene, asides: readonly Span[], { from }: Span): boolean {
  const { marks, sentences } = scene;
  const alike = (span: Span) => span.to <= from && sentences[span.from] === sentences[from];
  const opens =
    isAfterMark(scene, from) || marks.of('join.on').some(({ to }) => to === from && isAfterMark(scene, to - 1));
  const things = ['role.card.before', 'role.document.around'].flatMap((name) => marks.of(name));
  return opens && asides.some(alike) && !things.some(alike);
}

function opensPart({ marks, parts }: Scene, at: number): boolean {
  if (at === 0 || parts[at - 1] !== parts[at]) return true;
  return ['join.on', 'join.turn'].some((name) => marks.of(name).some((join) => join.to === at && join.from < at));
}

function isAfterMark({ tokens }: Scene, at: number): boolean {
  return tokens[at - 1]?.kind === 'mark';
}

/** "the card of my friend" is the friend's, "in the flat of my friend" is no friend. */
function belongs({ marks, language }: Scene, aside: Span): boolean {
  const things = Object.keys(language.data.things).map((field) => `thing.${field}`);
  return ['role.card.before', 'role.document.around', 'role.that.before', ...things].some((name) =>
    marks.of(name).some(({ to }) => to === aside.from),
  );
}

function same(a: Span, b: Span): boolean {
  return a.from === b.from && a.to === b.to;
}

/** Of whom a span speaks: "not me" is the student's, whoever was named before. */
export function personAt(persons: readonly Person[], { from, to }: Span): Person {
  return persons[from] === 'other' && persons[to - 1] === 'other' ? 'other' : 'student';
}
