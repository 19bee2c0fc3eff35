import type { Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { meant } from '../misspelt.ts';
import type { PlaceSaid } from '../place-index.ts';
import { inside, isAsked } from '../polarity.ts';
import { cueAfter, cueBefore } from '../roles.ts';
import { isEmpty, partAround, standsAlone } from '../scene.ts';
import { personAt } from '../whose.ts';
import { isDeniedPlace, isJoinedElsewhere, isOfPerson, isOrdinary } from './not-my-place.ts';

const quebec = 'CA-QC';
const france = 'FR';

/** Whose passport, and where insured. A country has to be said to be one of these; where one lives or eats is neither. */
export function nationalityTold(listening: Listening): readonly Candidate[] {
  const places = listening.places.filter((place) => !isOrdinary(listening, place));
  const candidates = places.flatMap((place) => placeTold(listening, narrowed(place, places)));
  if (candidates.some(({ cue }) => cue !== 'asked')) return candidates;
  const named = placesNamed(listening);
  if (named.length > 1 || candidates.length === 0) return named.length > 0 ? named : misspelt(listening);
  return candidates;
}

/** "Congolese from Brazzaville". */
function narrowed(place: PlaceSaid, places: readonly PlaceSaid[]): PlaceSaid {
  if (place.codes.length === 1) return place;
  const code = place.codes.find((one) => places.some(({ codes }) => codes.length === 1 && codes[0] === one));
  return code === undefined ? place : { ...place, codes: [code] };
}

/** Asked for a nationality, a country that is named and not denied is it, however it is said; of two it is asked which. */
function placesNamed(listening: Listening): readonly Candidate[] {
  const { scene, asked, places, persons } = listening;
  if (asked !== 'nationality') return [];
  const own = places.filter(
    (place) =>
      personAt(persons, place) === 'student' &&
      !isOrdinary(listening, place) &&
      !isOfPerson(listening, place) &&
      !isDeniedPlace(listening, place) &&
      cueBefore(scene, place, 'role.elsewhere', 1) === null,
  );
  return own.flatMap(({ codes: [code = '', ...others], from, to }) =>
    nationalityOf(code, others, { from, to, cue: 'asked' }),
  );
}

/** Who is from Quebec is Canadian, and insured there. */
function nationalityOf(
  code: string,
  others: readonly string[],
  at: Pick<Candidate, 'from' | 'to' | 'cue' | 'person'>,
): Candidate[] {
  if (code === quebec) {
    return [
      { ...at, field: 'nationality', value: 'CA' },
      { ...at, field: 'insuredIn', value: quebec },
    ];
  }
  return [{ ...at, field: 'nationality', value: code, ...(others.length > 0 && { others }) }];
}

function placeTold(listening: Listening, place: PlaceSaid): Candidate[] {
  const role = placeRole(listening, place) ?? joinedRole(listening, place);
  if (
    role === null ||
    (role.cue === 'weak' && isJoinedElsewhere(listening, place)) ||
    isDeniedPlace(listening, place) ||
    isQuestion(listening, place)
  )
    return [];
  const person = whosePlace(listening, place, role);
  const [code = '', ...more] = place.codes;
  const at = { from: place.from, to: place.to, ...person, cue: role.cue };
  if (role.field === 'insuredIn')
    return [{ ...at, field: 'insuredIn', value: code, ...(more.length > 0 && { others: more }) }];
  return nationalityOf(code, more, at);
}

/** Asked where one is insured, "my parents' insurance in Germany" is it. */
function whosePlace(listening: Listening, place: PlaceSaid, { field }: PlaceRole): Pick<Candidate, 'person'> {
  if (isOfPerson(listening, place)) return { person: 'other' };
  return field === 'insuredIn' && listening.asked === field && listening.places.length === 1
    ? { person: 'student' }
    : {};
}

/** "Chilean and French", "algérienne, italienne": what is joined on is the same. */
function joinedRole(listening: Listening, place: PlaceSaid): PlaceRole | null {
  const { scene, places } = listening;
  const before = places.find(({ to }) => to < place.from && place.from - to <= 2);
  if (before === undefined || before.kind !== 'people' || place.kind !== 'people') return null;
  const between = { from: before.to, to: place.from };
  const role = isEmpty(scene, between, scene.marks.of('join.on')) ? placeRole(listening, before) : null;
  return role?.field === 'nationality' ? role : null;
}

type PlaceRole = { readonly field: 'nationality' | 'insuredIn'; readonly cue: Cue };

/** Words that may stand between a cue and its country: "from the", "insured in". */
const between = 2;

function placeRole(listening: Listening, place: PlaceSaid): PlaceRole | null {
  const { scene, asked } = listening;
  const home = place.codes.includes(france);
  if (cueBefore(scene, place, 'role.insured', between) !== null || cueAfter(scene, place, 'role.insured') !== null)
    return home ? null : { field: 'insuredIn', cue: 'full' };
  if (asked === 'insuredIn' && !home && personAt(listening.persons, place) === 'student')
    return { field: 'insuredIn', cue: 'asked' };
  const elsewhere = cueBefore(scene, place, 'role.elsewhere', 1) ?? cueAfter(scene, place, 'role.elsewhere');
  const before = cueBefore(scene, behindAge(listening, place), 'role.nationality', 1);
  const after = cueAfter(scene, place, 'role.nationality');
  const nearer =
    before !== null &&
    elsewhere !== null &&
    (before.from < elsewhere.from || (before.to === elsewhere.to && saysSelf(listening, before)));
  if (elsewhere !== null && !(after !== null) && !nearer) return null;
  if (elsewhere !== null && after === null && nearer && elsewhere.to > before.to) return null;
  const answers = asked === 'nationality' || asked === 'insuredIn';
  if (place.kind === 'people' && asked === null && isOfAll(listening, place, before)) return null;
  if (before !== null || after !== null) {
    const origin = isOrigin(listening, place, before) && after === null && before !== null && !isOwn(listening, before);
    if (origin && asked !== null && issued.has(asked)) return home ? null : { field: 'insuredIn', cue: 'asked' };
    if (origin && (asked === 'frenchGovernmentScholarship' || asked === 'exchange')) return null;
    // "I am in France", "I come to Angers": only who says that they are French is.
    if (home && place.kind !== 'people' && asked !== 'nationality') return null;
    return place.kind === 'people' || isOrigin(listening, place, before) || after !== null
      ? { field: 'nationality', cue: 'full' }
      : null;
  }
  if (place.kind === 'people' && !home && personAt(listening.persons, place) === 'other')
    return { field: 'nationality', cue: 'full' };
  if (!answers && !home && isOriginAlone(listening, place)) return { field: 'nationality', cue: 'weak' };
  if (!standsFirst(listening, { ...place, from: behindAge(listening, place).from })) return null;
  if (answers) return { field: asked, cue: 'asked' };
  return place.kind === 'city' || home ? null : { field: 'nationality', cue: 'weak' };
}

/** "The Brazilians", "los estudiantes turcos": of all of them, unless somebody says "we". */
function isOfAll(listening: Listening, place: PlaceSaid, before: Span | null): boolean {
  if (before === null) return cueBefore(listening.scene, place, 'role.generic') !== null;
  return cueBefore(listening.scene, before, 'role.generic') !== null && !saysSelf(listening, before);
}

/** "We are three students from Ghana"; "students from Ghana" may be anybody. */
function saysSelf({ scene }: Listening, cue: Span): boolean {
  const { from } = partAround(scene, cue.from);
  return scene.marks.of('speaker.self').some((self) => self.from >= from && self.to <= cue.from);
}

/** "I am a 24-year-old Brazilian": the age stands between. */
function behindAge({ scene, lengths }: Listening, place: PlaceSaid): Span {
  const old = scene.marks.of('role.age.after').find(({ to }) => to === place.from);
  if (old === undefined) return place;
  const age = lengths.find(({ from, to }) => from <= old.from && to <= old.to && old.from - to <= 1);
  return age === undefined ? place : { from: age.from, to: place.to };
}

/** A card and a form come from somewhere: "yes, from Sweden". */
const issued: ReadonlySet<string> = new Set(['ehic', 's1']);

/** "I am from", "my country is". */
function isOwn({ scene }: Listening, cue: Span): boolean {
  return scene.marks.of('speaker.self').some((self) => overlap(self, cue) || self.to === cue.from);
}

/** "I am" says a people, "from" a country or a city. */
function isOrigin({ scene }: Listening, place: PlaceSaid, before: Span | null): boolean {
  if (before === null) return false;
  return scene.marks.of('role.origin.before').some(({ to }) => to <= place.from && place.from - to <= 1);
}

/** "…, de Tunis": nothing else in its part. */
function isOriginAlone({ scene }: Listening, place: PlaceSaid): boolean {
  return (
    cueBefore(scene, place, 'role.origin') !== null && standsAlone(scene, place, scene.marks.of('role.origin.before'))
  );
}

/** By itself, or first in its part and followed by what tells on: "german, 10 months", "spanish with a card". */
function standsFirst({ scene, places, asked }: Listening, place: PlaceSaid): boolean {
  const part = partAround(scene, place.from);
  const listed = places.some(
    (other) =>
      other.to < place.from &&
      scene.sentences[other.from] === scene.sentences[place.from] &&
      isEmpty(scene, { from: other.to, to: place.from }, scene.marks.of('join.on')) &&
      !isDeniedPlace({ scene, places }, other),
  );
  if (listed) return false;
  // "The Brazilians, do they pay?" speaks of others.
  const one = place.kind === 'people' ? scene.marks.of('number.article') : [];
  const leads = asked === null ? one : [...scene.marks.of('lead'), ...scene.marks.of('number.article')];
  const articles = scene.marks.of('date.between').filter((span) => !one.some((article) => overlap(article, span)));
  if (asked === null && scene.tokens[place.from - 1]?.kind === 'word' && articles.some(({ to }) => to === place.from))
    return false;
  const led = [
    ...leads,
    ...scene.marks.of('join.on'),
    ...scene.marks.of('join.turn'),
    ...places,
    ...scene.marks.of('answer.yes'),
    ...scene.marks.of('answer.no'),
    ...scene.marks.of('answer.correction'),
  ];
  if (!isEmpty(scene, { from: part.from, to: place.from }, led)) return false;
  if (standsAlone(scene, place, led)) return true;
  const follows = scene.marks.of('follower').some(({ from }) => from === place.to);
  const next = scene.tokens[place.to];
  return (
    (place.kind === 'people' || asked === 'nationality') &&
    (follows || next?.kind === 'number' || next?.kind === 'mark')
  );
}

/** "Do Canadians need a form?" tells of nobody; "as a Canadian, do I …" does. */
function isQuestion({ scene, asked }: Listening, place: PlaceSaid): boolean {
  const part = partAround(scene, place.from);
  if (asked === 'nationality' || asked === 'insuredIn' || !isAsked(scene, place, part)) return false;
  // "Como argelina" is no "¿cómo?".
  const as = cueBefore(scene, place, 'role.nationality');
  if (as !== null && scene.marks.of('having.asks').some((ask) => overlap(ask, as))) return false;
  return !inside(scene, 'role.nationality.before', part).some(
    (cue) =>
      cue.to <= place.from &&
      place.from - cue.to <= 1 &&
      scene.marks.of('speaker.self').some((self) => overlap(self, cue)),
  );
}

/** More words than this are a sentence, in which any word may look like a country. */
const longestCountry = 3;

function misspelt(listening: Listening): Candidate[] {
  const { scene, asked, answers } = listening;
  if (asked !== 'nationality' && asked !== 'insuredIn') return [];
  const cover = ['filler', 'role.nationality.before', 'role.nationality.after', 'role.origin.before', 'lead'].flatMap(
    (name) => scene.marks.of(name),
  );
  const rest = scene.tokens.flatMap((token, from) =>
    token.kind === 'word' && ![...cover, ...answers].some((span) => overlap(span, { from, to: from + 1 }))
      ? [from]
      : [],
  );
  const [first] = rest;
  const last = rest.at(-1);
  if (first === undefined || last === undefined || last - first >= longestCountry) return [];
  const span = { from: first, to: last + 1 };
  const wanted = scene.tokens
    .slice(span.from, span.to)
    .map(({ text }) => text)
    .join(' ');
  const name = meant(wanted, scene.language.places.names, (a, b) => a.codes.join() === b.codes.join());
  const [code, ...more] = name?.codes ?? [];
  if (code === undefined) return [];
  if (asked === 'nationality') return nationalityOf(code, more, { ...span, cue: 'asked' });
  return [{ ...span, field: asked, value: code, cue: 'asked', ...(more.length > 0 && { others: more }) }];
}
