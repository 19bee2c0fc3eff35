import { type Span } from './lexicon.ts';
import { inside } from './polarity.ts';
import { isEmpty, partAround, standsAlone, type Scene } from './scene.ts';
import { personAt, type Person } from './whose.ts';

/** What a text answers to a question that was asked: yes, no, or that it is not known. */
export type Answer = Span & { readonly value: boolean | 'unknown' };

/**
 * Answers that begin or end their part of a sentence. "No mutuelle" is no answer but a thing that is not there; "my husband
 * yes, me no" is the student's no; "¿y si me quedo?" supposes, and its "si" is no yes.
 * @param nouns where something begins that a "no" right before it would be about
 */
export function answersIn(scene: Scene, persons: readonly Person[], nouns: readonly Span[]): readonly Answer[] {
  const named = [
    ...spans(scene, 'answer.yes', true),
    ...spans(scene, 'answer.no', false),
    ...spans(scene, 'answer.unknown', 'unknown').filter((span) => isSaid(scene, span)),
    ...alone(scene, 'answer.yesAlone', true),
    ...alone(scene, 'answer.noAlone', false),
  ].sort((a, b) => a.from - b.from || b.to - a.to);
  const supposed = scene.marks.of('having.suppose');
  const apart = named.filter((answer, at) => !named.slice(0, at).some((before) => answer.from < before.to));
  return apart.filter(
    (answer) =>
      personAt(persons, answer) === 'student' &&
      !supposed.some((span) => span.from < answer.from && answer.to <= span.to) &&
      isAnswer(scene, answer) &&
      !(answer.value === false && nouns.some((noun) => noun.from === answer.to || isDeniedTwice(scene, noun, answer))),
  );
}

/** "No job neither": of the job. */
function isDeniedTwice({ marks }: Scene, noun: Span, { from }: Answer): boolean {
  return noun.to === from && marks.of('having.lacks').some(({ to }) => to === noun.from);
}

/** "??" alone does not know; behind words it is only how a question ends. */
function isSaid({ tokens }: Scene, { from, to }: Span): boolean {
  return tokens.slice(from, to).some(({ kind }) => kind === 'word') || tokens.every(({ kind }) => kind !== 'word');
}

function alone(scene: Scene, name: string, value: Answer['value']): Answer[] {
  return spans(scene, name, value).filter((span) => standsAlone(scene, span));
}

function spans(scene: Scene, name: string, value: Answer['value']): Answer[] {
  return scene.marks.of(name).map((span) => ({ ...span, value }));
}

function isAnswer(scene: Scene, answer: Answer): boolean {
  const part = partAround(scene, answer.from);
  const around = [
    ...inside(scene, 'answer.yes', part),
    ...inside(scene, 'answer.no', part),
    ...scene.marks.of('join.on'),
    ...scene.marks.of('join.turn'),
    ...scene.marks.of('speaker.self'),
  ];
  if (isEmpty(scene, { from: part.from, to: answer.from }, around))
    return answer.value !== true || !asksMore(scene, answer, part, around);
  return isEmpty(scene, { from: answer.to, to: part.to }, around) && !isInQuestion(scene, answer);
}

/** "¿Si me quedo más?": a yes that goes on as a question is an "if". */
function asksMore(scene: Scene, answer: Span, part: Span, around: readonly Span[]): boolean {
  return isInQuestion(scene, answer) && !isEmpty(scene, { from: answer.to, to: part.to }, around);
}

/** "You have no doctor then, right?" */
export function isInQuestion({ tokens }: Scene, { to }: Span): boolean {
  return tokens.slice(to).find(({ kind }) => kind === 'stop')?.text === '?';
}
