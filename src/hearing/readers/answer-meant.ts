import { isInQuestion, type Answer } from '../answers.ts';
import { within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside, opens } from '../polarity.ts';
import { isEmpty, partAround, type Scene } from '../scene.ts';

/**
 * Whether a yes or a no answers what was asked: alone, with courtesy, with half a sentence ("yes, since May") or with words about
 * it. "Yes I have a visa" tells of a visa, "yes, and how long does it take?" asks, and "no tengo tiempo" denies something else.
 */
export function isMeant({ scene }: Listening, answer: Answer, asked: string): boolean {
  if (answer.value === 'unknown') return true;
  const behind = { from: answer.to, to: endOfSentence(scene, answer.to) };
  const about = (span: Span) => aboutAsked(scene, asked).some((words) => within(words, span));
  if (!answer.value) {
    const before = wordsBefore(scene, answer);
    if (isSpokenOf(scene, answer, before)) return about(before);
    return !deniesMore(scene, answer, behind) || about({ ...behind, from: answer.from });
  }
  if (isAskedAbout(scene, answer, behind) || isTurned(scene, answer, behind)) return false;
  if (!decidedBy(scene, asked)) return true;
  const part = partAround(scene, answer.from);
  const before = { from: part.from, to: answer.from };
  if (!isEmpty(scene, before, beside(scene)) && !about(before)) return false;
  const clause = clauseBehind(scene, answer, behind);
  return clause === null || (!clause.turns && about(behind));
}

/** Fields of which a bare yes is enough: the others are told in many ways, and nothing hangs on their yes alone. */
function decidedBy({ language }: Scene, field: string): boolean {
  return language.data.answers.about[field] !== undefined;
}

function aboutAsked({ marks, language }: Scene, field: string): readonly Span[] {
  const values = [field, `${field}?`].flatMap((key) =>
    Object.keys(language.data.values[key] ?? {})
      .filter((value) => value !== 'elsewhere')
      .map((value) => `value.${key}.${value}`),
  );
  return [`answer.about.${field}`, `thing.${field}`, ...values].flatMap((name) => marks.of(name));
}

/** "Je suis pas française", "no tengo tiempo": the no is part of a sentence that goes on. */
function deniesMore(scene: Scene, answer: Answer, behind: Span): boolean {
  const part = partAround(scene, answer.to - 1);
  if (isEmpty(scene, { from: behind.from, to: part.to }, beside(scene))) return false;
  const denied = scene.marks.of('answer.denies').some((verb) => verb.from === answer.to || within(verb, answer));
  return denied || clauses(scene).some((clause) => within(clause, answer));
}

/** "So it costs nothing": the nothing of a sentence about something, and no answer. */
function isSpokenOf(scene: Scene, answer: Answer, before: Span): boolean {
  const isNothing = scene.marks.of('answer.nothing').some((nothing) => within(answer, nothing));
  return isNothing && !isEmpty(scene, before, beside(scene));
}

/** What is said right before, back to a comma or a stop. */
function wordsBefore({ tokens }: Scene, { from }: Answer): Span {
  const mark = tokens.slice(0, from).findLastIndex(({ kind }) => kind === 'mark' || kind === 'stop');
  return { from: mark + 1, to: from };
}

/** "Is it correct", "sure?", "yes, and what does it cost". */
function isAskedAbout(scene: Scene, answer: Answer, behind: Span): boolean {
  const part = partAround(scene, answer.from);
  const before = inside(scene, 'having.asks', part).some((ask) => ask.from < answer.from);
  const opened = inside(scene, 'having.asks', behind).some((ask) =>
    opens(scene, partAround(scene, ask.from).from, ask.from),
  );
  const asked = ['having.asksLast', 'answer.asking'].some((name) => inside(scene, name, behind).length > 0);
  return before || opened || asked || isInQuestion(scene, answer);
}

/** "Yes, but it was refused": what turns right behind a yes may take it back, whatever it says. */
function isTurned(scene: Scene, answer: Answer, behind: Span): boolean {
  const turn = inside(scene, 'join.turn', behind).find(({ from }) =>
    isEmpty(scene, { from: answer.to, to: from }, scene.marks.of('answer.yes')),
  );
  return turn !== undefined && !isEmpty(scene, { from: turn.to, to: behind.to }, beside(scene));
}

/** The sentence of its own that a yes goes on in, and whether it turns: "yes but my …". */
function clauseBehind(scene: Scene, answer: Answer, behind: Span): { readonly turns: boolean } | null {
  const openers = clauses(scene);
  const turn = scene.marks.of('join.turn').filter((join) => !beside(scene).some((one) => within(join, one)));
  const added = scene.marks.of('join.on');
  if (isEmpty(scene, behind, beside(scene))) return null;
  let turns = false;
  for (let at = answer.from; at < behind.to; at++) {
    const here = { from: at, to: at + 1 };
    if (added.some(({ from }) => from === at)) return null;
    if (at > answer.from && openers.some(({ from }) => from === at)) return { turns };
    turns ||= turn.some(({ from }) => from === at);
    if (!within(here, answer) && !isEmpty(scene, here, [...beside(scene), ...turn])) return null;
  }
  return null;
}

function clauses({ marks }: Scene): readonly Span[] {
  return [...marks.of('speaker.self'), ...marks.of('answer.clause')];
}

function beside({ marks }: Scene): readonly Span[] {
  return ['answer.yes', 'answer.no', 'join.on'].flatMap((name) => marks.of(name));
}

function endOfSentence({ sentences }: Scene, at: number): number {
  let end = at;
  while (end < sentences.length && sentences[end] === sentences[at - 1]) end += 1;
  return end;
}
