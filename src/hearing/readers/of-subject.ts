import { overlap, type Span } from '../lexicon.ts';
import { inside } from '../polarity.ts';
import type { Listening } from '../listening.ts';

/** "The baker, a man of sixty, asks …": what is told in a sentence that opens with somebody, and in which nobody says "I" before it. */
export function isOfSubject({ scene }: Listening, span: Span): boolean {
  const { tokens, marks, sentences } = scene;
  const start = sentences.indexOf(sentences[span.from] ?? 0);
  const some = marks.of('number.article');
  const article = marks
    .of('date.between')
    .find((one) => one.from === start && one.to === start + 1 && !some.some((other) => overlap(other, one)));
  const noun = { from: start + 1, to: start + 2 };
  if (article === undefined || tokens[noun.from]?.kind !== 'word' || span.from <= noun.to) return false;
  const own = ['role.age.before', 'role.nationality.before', 'role.stay.before'].flatMap((name) => marks.of(name));
  if (own.some((cue) => overlap(cue, noun))) return false;
  return inside(scene, 'speaker.self', { from: start, to: span.from }).length === 0;
}
