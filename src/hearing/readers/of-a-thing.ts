import { ofEach } from '../../text/remember.ts';
import type { HearingFile } from '../language.ts';
import { units } from '../lengths.ts';
import { overlap, type Span } from '../lexicon.ts';
import { partAround, type Scene } from '../scene.ts';

/** "The results come in January", "my papers will arrive": a verb before which a thing is named comes of that, and of nobody. */
export function isOfAThing(scene: Scene, verb: Span): boolean {
  const { from: start } = partAround(scene, verb.from);
  const helps = helping.flatMap((name) => scene.marks.of(name));
  let noun = verb.from - 1;
  while (noun > start && helps.some((help) => overlap(help, { from: noun, to: noun + 1 }))) noun -= 1;
  if (noun <= start || scene.tokens[noun]?.kind !== 'word' || isSomebody(scene, noun)) return false;
  const determiners = determining.flatMap((name) => scene.marks.of(name));
  const joins = scene.marks.of('join.on');
  // "Me and my suitcase arrived".
  return determiners.some(
    ({ from, to }) => from >= start && (to === noun || to === noun - 1) && !joins.some((join) => join.to === from),
  );
}

/** "will", "has finally", "did not": between a noun and its verb. */
const helping = ['filler', 'tense.future', 'having.has', 'having.not', 'answer.maybe'];
/** "my", "a", "the". */
const determining = ['having.own', 'number.article', 'date.between'];

/** Whoever speaks or is spoken of, a time and a place bring nothing: "my mother and I came", "the month I came". */
function isSomebody({ marks, language, tokens, text }: Scene, at: number): boolean {
  const noun = { from: at, to: at + 1 };
  const names = [
    'speaker.self',
    'speaker.other',
    'speaker.pronoun',
    'join.on',
    'join.turn',
    ...timeNames(language.data),
  ];
  const isNamed = names.some((name) => marks.of(name).some((span) => overlap(span, noun)));
  return isNamed || language.places.find(tokens.slice(at, at + 1), text).length > 0;
}

const timeNames = ofEach(({ dates }: HearingFile): readonly string[] => {
  const named = [
    ['month', dates.months],
    ['weekday', dates.weekdays],
    ['near', dates.near],
    ['feast', dates.feasts],
  ] as const;
  return [
    ...units.map((unit) => `unit.${unit}`),
    'date.start',
    'date.middle',
    'date.end',
    'date.lead',
    ...named.flatMap(([name, words]) => Object.keys(words).map((key) => `${name}.${key}`)),
  ];
});
