import type { Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { meant } from '../misspelt.ts';
import type { Named } from '../place-index.ts';
import { cueAfter, cueBefore } from '../roles.ts';
import { standsAlone, type Scene } from '../scene.ts';
import { hasCapital } from '../tokens.ts';
import { isAskedOfAll } from './not-my-place.ts';
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
  const name = named(listening, words.join(' '));
  return name === null ? [] : candidateOf(name, asked, span, 'asked');
}

/** "I am from Kazakstan", "morocan student": said to be where one is from, in a word that is none of the language. */
export function cuedMisspelt(listening: Listening): Candidate[] {
  const { scene, asked, places } = listening;
  return scene.tokens.flatMap((token, from): Candidate[] => {
    const span = { from, to: from + 1 };
    if (token.kind !== 'word' || !scene.language.slips.isUnknown(token.text)) return [];
    if (places.some((place) => overlap(place, span)) || isAskedOfAll(listening, span)) return [];
    const name = isElsewhere(scene, span) ? null : named(listening, token.text);
    if (name === null || !isSaidOfPlace(listening, span, name)) return [];
    return candidateOf(name, 'nationality', span, asked === 'nationality' ? 'asked' : 'weak');
  });
}

/** "My visa is from", where nobody says "I am from". */
function isElsewhere(scene: Scene, span: Span): boolean {
  const other = cueBefore(scene, span, 'role.elsewhere') ?? cueBefore(scene, span, 'role.insured');
  const own = cueBefore(scene, span, 'role.nationality');
  return other !== null && (own === null || own.from >= other.from);
}

/** "From" says a country, "student" behind it a people; "I am Germain" says a name, where it is written as one. */
function isSaidOfPlace({ scene, asked }: Listening, span: Span, { kind }: Named): boolean {
  if (cueBefore(scene, span, 'role.origin') !== null || cueAfter(scene, span, 'role.nationality') !== null) return true;
  const leads = scene.marks.of('number.article');
  if (asked === 'nationality' && standsAlone(scene, span, leads)) return true;
  const isCapital = hasCapital(scene.text, scene.tokens[span.from]);
  const isAlone = standsAlone(scene, span, leads) && scene.tokens.length > 1;
  return kind === 'people' && !isCapital && (isAlone || cueBefore(scene, span, 'role.nationality') !== null);
}

function named({ scene }: Listening, wanted: string): Named | null {
  return meant(wanted, scene.language.places.names(), (a, b) => a.codes.join() === b.codes.join());
}

function candidateOf({ codes }: Named, field: 'nationality' | 'insuredIn', span: Span, cue: Cue): Candidate[] {
  const [code, ...more] = codes;
  if (code === undefined) return [];
  if (field === 'nationality') return nationalityOf(code, more, { ...span, cue });
  return [{ ...span, field, value: code, cue, ...(more.length > 0 && { others: more }) }];
}
