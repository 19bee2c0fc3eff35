import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { isEmpty } from '../scene.ts';

/** "No, but I have a private one, until June": the day is one of what there is instead of what was asked for. */
export function isOfWhatIsThereInstead({ scene, answers }: Listening, date: Span): boolean {
  const { marks } = scene;
  const no = answers.findLast(({ value, to }) => value === false && to <= date.from);
  if (no === undefined) return false;
  const isBehind = ({ from, to }: Span) => from >= no.to && to <= date.from;
  const had = ['having.has', 'having.own'].flatMap((name) => marks.of(name)).find(isBehind);
  if (had === undefined || marks.of('thing.ehic').some(isBehind)) return false;
  // "No, it is only valid until March" names nothing else.
  const said = saying.flatMap((name) => marks.of(name)).filter((span) => !overlap(span, had));
  return !isEmpty(scene, { from: had.to, to: date.from }, said);
}

const saying = [
  'date.until.before',
  'role.validity.before',
  'role.lapsed.before',
  'date.between',
  'lead',
  'having.only',
];
