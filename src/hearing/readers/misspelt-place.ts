import type { Candidate } from '../candidates.ts';
import { overlap } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { meant } from '../misspelt.ts';
import { nationalityOf } from './nationality-of.ts';

/** More words than this are a sentence, in which any word may look like a country. */
const longestCountry = 3;

/** Asked for a country, one with a slip in its name. */
export function misspeltPlace(listening: Listening): Candidate[] {
  const { scene, asked, answers } = listening;
  if (asked !== 'nationality' && asked !== 'insuredIn') return [];
  const names = ['filler', 'role.nationality.before', 'role.nationality.after', 'role.origin.before', 'lead'];
  const cover = [
    ...names.flatMap((name) => scene.marks.of(name)),
    ...answers,
    ...listening.lengths,
    ...listening.numbers,
  ];
  const rest = scene.tokens.flatMap((token, from) =>
    token.kind === 'word' && !cover.some((span) => overlap(span, { from, to: from + 1 })) ? [from] : [],
  );
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined || last - first >= longestCountry) return [];
  const span = { from: first, to: last + 1 };
  const words = scene.tokens.slice(span.from, span.to).map(({ text }) => text);
  // "From a small island".
  if (words.some((word) => scene.language.ordinaryNames.has(word))) return [];
  const wanted = words.join(' ');
  const name = meant(wanted, scene.language.places.names(), (a, b) => a.codes.join() === b.codes.join());
  const [code, ...more] = name?.codes ?? [];
  if (code === undefined) return [];
  if (asked === 'nationality') return nationalityOf(code, more, { ...span, cue: 'asked' });
  return [{ ...span, field: asked, value: code, cue: 'asked', ...(more.length > 0 && { others: more }) }];
}
