import type { Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { france, type PlaceSaid } from '../place-index.ts';
import { inside } from '../polarity.ts';
import { cueAfter, cueBefore, cueOver, hasCue } from '../roles.ts';
import { isAge } from './age.ts';
import { endsThere, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { cuedMisspelt, misspeltPlace } from './misspelt-place.ts';
import { nationalityOf } from './nationality-of.ts';
import {
  isAskedOfAll,
  isDeniedPlace,
  isJoinedElsewhere,
  isOfGrant,
  isOfPerson,
  isOfThing,
  isOrdinary,
} from './not-my-place.ts';
import { isOfSubject } from './of-subject.ts';
import { isOrigin, isOriginAlone } from './origin.ts';
import { elsewhereBefore } from './elsewhere-before.ts';
import { isAskedAbout } from './place-asked-about.ts';
import { isWhereOneLives } from './where-one-lives.ts';

/** Whose passport, and where insured. A country has to be said to be one of these; where one lives or eats is neither. */
export function nationalityTold(all: Listening): readonly Candidate[] {
  const listening = { ...all, places: all.places.filter((place) => !isOfGrant(all, place)) };
  const places = listening.places
    .filter((place) => !isOrdinary(listening, place) && !isOfThing(listening, place) && !isAskedOfAll(listening, place))
    .map((place) => withoutArticle(listening.scene, place));
  const candidates = places.flatMap((place) => placeTold(listening, narrowed(place, places)));
  if (candidates.some(({ cue }) => cue !== 'asked')) return candidates;
  const named = placesNamed(listening);
  if (named.length > 1) return named;
  if (candidates.length > 0) return candidates;
  const misspelt = named.length > 0 ? named : misspeltPlace(listening);
  return misspelt.length > 0 ? misspelt : cuedMisspelt(all);
}

/** "from the Netherlands": the article belongs to the cue as well as to the name. */
function withoutArticle({ marks }: Scene, place: PlaceSaid): PlaceSaid {
  const article = marks.of('date.between').find(({ from, to }) => from === place.from && to < place.to);
  return article === undefined ? place : { ...place, from: article.to };
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
      !isOfThing(listening, place) &&
      !isAskedOfAll(listening, place) &&
      !isDeniedPlace(listening, place) &&
      cueBefore(scene, place, 'role.elsewhere', 1) === null &&
      cueOver(scene, place, 'role.elsewhere') === null &&
      !isJoinedElsewhere(listening, place) &&
      (cueAfter(scene, place, 'role.elsewhere') === null || cueAfter(scene, place, 'role.nationality') !== null),
  );
  return own.flatMap(({ codes: [code = '', ...others], from, to }) =>
    nationalityOf(code, others, { from, to, cue: 'asked' }),
  );
}

function placeTold(listening: Listening, place: PlaceSaid): Candidate[] {
  const own = placeRole(listening, place);
  const role = own === null || own.cue === 'weak' ? (joinedRole(listening, place) ?? own) : own;
  if (
    role === null ||
    (role.cue === 'weak' && isJoinedElsewhere(listening, place)) ||
    (role.cue === 'weak' && isOfSubject(listening, place)) ||
    isDeniedPlace(listening, place) ||
    isAskedAbout(listening, place)
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
  if (field === 'insuredIn' && listening.asked === field && listening.places.length === 1) return { person: 'student' };
  return isOfPerson(listening, place) ? { person: 'other' } : {};
}

/** "Chilean and French", "half Malian, half Thai", "the Togolese and the Irish nationality": what is joined on is the same. */
function joinedRole(listening: Listening, place: PlaceSaid): PlaceRole | null {
  // "Of the French government, Peruvian".
  const { scene } = listening;
  if (scene.tokens[place.to]?.kind === 'mark' && cueBefore(scene, place, 'role.elsewhere', 1) !== null) return null;
  const beside = listening.places.filter(
    (other) => isJoined(listening, other, place) || isJoined(listening, place, other),
  );
  const roles = beside.flatMap((other) => placeRole(listening, withoutArticle(scene, other)) ?? []);
  return roles.find(({ field }) => field === 'nationality') ?? null;
}

function isJoined({ scene }: Listening, first: PlaceSaid, next: PlaceSaid): boolean {
  // "I come from Chad and Mali is my neighbour" joins no countries.
  const listed = (first.kind === 'people' && next.kind === 'people') || endsThere(scene, next);
  if (!listed || next.from < first.to || next === first) return false;
  const joins = [
    ...scene.marks.of('join.on'),
    ...scene.marks.of('role.partly.before'),
    ...scene.marks.of('number.article'),
  ];
  return scene.tokens
    .slice(first.to, next.from)
    .every(
      ({ kind }, at) =>
        kind === 'mark' || joins.some((join) => overlap(join, { from: first.to + at, to: first.to + at + 1 })),
    );
}

type PlaceRole = { readonly field: 'nationality' | 'insuredIn'; readonly cue: Cue };

/** Words that may stand between a cue and its country: "from the", "insured in". */
const between = 2;

function placeRole(listening: Listening, place: PlaceSaid): PlaceRole | null {
  const { scene, asked } = listening;
  const home = place.codes.includes(france);
  if ((isInsuredIn(listening, place) || asked === 'insuredIn') && isOver(listening, place)) return null;
  if (isInsuredIn(listening, place)) return home ? null : { field: 'insuredIn', cue: 'full' };
  const before = cueBefore(scene, behindAge(listening, place), 'role.nationality', 1);
  const after = cueAfter(scene, place, 'role.nationality');
  const others = listening.places.filter(({ from }) => from !== place.from);
  const another = others.some((other) => isInsuredIn(listening, other));
  // "In Austria, but I am Bosnian".
  const people = others.length > 0 && place.kind === 'people' && (before !== null || after !== null);
  const lived = isWhereOneLives(listening, place);
  if (
    asked === 'insuredIn' &&
    !home &&
    !another &&
    !people &&
    !lived &&
    personAt(listening.persons, place) === 'student'
  )
    return { field: 'insuredIn', cue: 'asked' };
  const elsewhere =
    elsewhereBefore(scene, place) ??
    cueOver(scene, place, 'role.elsewhere') ??
    cueAfter(scene, place, 'role.elsewhere');
  const nearer =
    before !== null &&
    elsewhere !== null &&
    (before.from < elsewhere.from || (before.to === elsewhere.to && saysSelf(listening, before, elsewhere)));
  if (elsewhere !== null && !(after !== null) && !nearer) return null;
  if (elsewhere !== null && after === null && nearer && elsewhere.to > before.to) return null;
  const answers = asked === 'nationality' || asked === 'insuredIn';
  if (place.kind === 'people' && asked === null && isOfAll(listening, place, before)) return null;
  if (before !== null || after !== null) {
    const origin =
      place.kind !== 'people' &&
      isOrigin(listening, place, before) &&
      after === null &&
      before !== null &&
      // "Yes, from Sweden", not "student from Sweden".
      before.to - before.from === 1 &&
      !isOwn(listening, before);
    if (origin && asked !== null && issued.has(asked)) return home ? null : { field: 'insuredIn', cue: 'asked' };
    if (origin && (asked === 'frenchGovernmentScholarship' || asked === 'exchange')) return null;
    // "I am in France", "I come to Angers": only who says that they are French is.
    if (home && place.kind !== 'people' && asked !== 'nationality') return null;
    return place.kind === 'people' || isOrigin(listening, place, before) || after !== null
      ? { field: 'nationality', cue: 'full' }
      : null;
  }
  if (place.kind === 'people' && !home && isOfWhoIsNamed(listening, place))
    return { field: 'nationality', cue: 'full' };
  if (!answers && !home && isOriginAlone(listening, place)) return { field: 'nationality', cue: 'weak' };
  if (!standsFirst(listening, { ...place, from: behindAge(listening, place).from })) return null;
  if (answers) return { field: asked, cue: 'asked' };
  return place.kind === 'city' || home ? null : { field: 'nationality', cue: 'weak' };
}

/** "She is Italian": who is named in the sentence, and is not the student, needs no "I am". */
function isOfWhoIsNamed({ scene, persons, isOfAnother }: Listening, place: Span): boolean {
  if (!isOfAnother) return personAt(persons, place) === 'other';
  const named = scene.marks.of('speaker.self');
  const isBefore = ({ from }: Span) => from <= place.from && scene.sentences[from] === scene.sentences[place.from];
  return personAt(persons, place) === 'student' && named.some(isBefore);
}

/** A cue of the same part, and no piece of a longer one: an "ID card from" somewhere insures nobody, nor does a "travel insurance from" there. */
function isInsuredIn({ scene }: Listening, place: PlaceSaid): boolean {
  if (cueAfter(scene, place, 'role.insured') !== null) return true;
  const before = cueBefore(scene, place, 'role.insured', between);
  if (before === null || Math.abs((scene.parts[before.to - 1] ?? 0) - (scene.parts[place.from] ?? 0)) >= 1)
    return false;
  const longer = ['role.nationality', 'role.elsewhere'].map((name) => cueBefore(scene, place, name, 1));
  return longer.every((cue) => cue === null || cue.from >= before.from || cue.to < before.to);
}

/** "The cover that I had in Uruguay": no more. */
function isOver({ scene }: Listening, place: Span): boolean {
  return inside(scene, 'role.over.around', partAround(scene, place.from)).some(({ to }) => to <= place.from);
}

/** "The Brazilians", "los estudiantes turcos": of all of them, unless somebody says "we". */
function isOfAll(listening: Listening, place: PlaceSaid, before: Span | null): boolean {
  if (before === null) return cueBefore(listening.scene, place, 'role.generic') !== null;
  return cueBefore(listening.scene, before, 'role.generic') !== null && !saysSelf(listening, before);
}

/** "We are three students from Ghana"; "students from Ghana" may be anybody, and "my visa is from" somewhere else. */
function saysSelf({ scene }: Listening, cue: Span, elsewhere?: Span): boolean {
  const { from } = partAround(scene, cue.from);
  const isOfElse = (self: Span) => elsewhere !== undefined && overlap(self, elsewhere);
  return scene.marks.of('speaker.self').some((self) => self.from >= from && self.to <= cue.from && !isOfElse(self));
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

/** By itself, or first in its part and followed by what tells on: "german, 10 months", "spanish with a card". */
function standsFirst(listening: Listening, place: PlaceSaid): boolean {
  const { scene, places, lengths, asked } = listening;
  const ages = lengths.filter((length) => length.to === place.from && isAge(listening, length));
  const part = partAround(scene, place.from);
  const listed = places.some(
    (other) =>
      other.to < place.from &&
      scene.sentences[other.from] === scene.sentences[place.from] &&
      isEmpty(scene, { from: other.to, to: place.from }, scene.marks.of('join.on')) &&
      // "Born in Libreville, Cameroonian", "a grant of the French government, Vietnamese".
      (scene.tokens[other.to]?.kind !== 'mark' ||
        (cueBefore(scene, other, 'role.elsewhere', 1) === null && !hasCue(scene, other, 'role.government', 1))) &&
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
    ...scene.marks.of('role.partly.before'),
    // "23 years Moroccan and I work".
    ...ages,
    ...scene.marks.of('role.age.before'),
  ];
  if (!isEmpty(scene, { from: part.from, to: place.from }, led)) return false;
  if (ages.length > 0 || standsAlone(scene, place, led)) return true;
  const follows = scene.marks.of('follower').some(({ from }) => from === place.to);
  const next = scene.tokens[place.to];
  return (
    (place.kind === 'people' || asked === 'nationality') &&
    (follows || next?.kind === 'number' || next?.kind === 'mark')
  );
}
