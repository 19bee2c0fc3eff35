import { comparedForm } from '../compared-form.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import type { PlaceSaid } from '../place-index.ts';
import { inside } from '../polarity.ts';
import { cueAfter, cueBefore, hasCue } from '../roles.ts';
import { isEmpty, partAround, standsAlone, wordsAt, type Scene } from '../scene.ts';

type Places = Pick<Listening, 'scene' | 'places'>;

/** "It all goes badly" is not Malé: a name that is an ordinary word is a country behind a cue, or by itself where one was asked for. */
export function isOrdinary({ scene, asked }: Listening, place: PlaceSaid): boolean {
  if (!scene.language.ordinaryNames.has(comparedForm(wordsAt(scene, place)))) return false;
  if (isOneOfMany(scene, place)) return true;
  const cued = ['role.origin', 'role.nationality', 'role.insured'].some(
    (role) => cueBefore(scene, place, role, 1) !== null,
  );
  const answers = asked === 'nationality' || asked === 'insuredIn';
  return !cued && !(answers && standsAlone(scene, place, scene.marks.of('lead')));
}

/** "A small island" is not Iceland: of a country there is only one. */
function isOneOfMany({ marks, tokens }: Scene, { from }: Span): boolean {
  const leads = [...marks.of('lead'), ...marks.of('filler')];
  return marks
    .of('number.article')
    .some(
      ({ to }) =>
        to === from ||
        (to === from - 1 &&
          tokens[to]?.kind === 'word' &&
          !leads.some((lead) => overlap(lead, { from: to, to: from }))),
    );
}

/** "I speak French and Portuguese": what is joined on to where one is not from is no more. */
export function isJoinedElsewhere({ scene, places }: Places, place: PlaceSaid): boolean {
  const before = places.findLast(({ to }) => to < place.from && place.from - to <= 2);
  if (before === undefined || !isEmpty(scene, { from: before.to, to: place.from }, scene.marks.of('join.on')))
    return false;
  // "Born in Abidjan, Beninese", "a grant of the French government, Laotian" join nothing.
  const isOther = before.kind !== place.kind || hasCue(scene, before, 'role.government', 1);
  if (isOther && scene.tokens[before.to]?.kind === 'mark') return false;
  return cueBefore(scene, before, 'role.elsewhere', 1) !== null || isJoinedElsewhere({ scene, places }, before);
}

const reachOfDenial = 3;

/** "not Indian", "argentino no": said to be wrong. */
export function isDeniedPlace({ scene, places }: Places, place: PlaceSaid): boolean {
  const before = [...scene.marks.of('deny.before'), ...scene.marks.of('having.not')];
  const part = partAround(scene, place.from);
  const denied = before.some(
    ({ from, to }) =>
      from >= part.from &&
      to <= place.from &&
      place.from - to <= reachOfDenial &&
      !places.some((other) => other.from >= to && other.to <= place.from),
  );
  if (denied || isLacked(scene, place)) return true;
  const no = scene.marks.of('answer.no').find(({ from }) => from === place.to);
  const next = no === undefined ? undefined : scene.tokens[no.to];
  return no !== undefined && (next === undefined || next.kind === 'mark' || next.kind === 'stop');
}

/** "no Spanish passport". */
function isLacked(scene: Scene, place: Span): boolean {
  const lacks = scene.marks.of('having.lacks').some(({ to }) => to === place.from);
  return lacks && cueAfter(scene, place, 'role.nationality') !== null;
}

/** "Boursier du gouvernement français, ivoirien": the first is the grant's. */
export function isOfGrant({ scene }: Pick<Listening, 'scene'>, place: PlaceSaid): boolean {
  return ['thing.frenchGovernmentScholarship', 'value.frenchGovernmentScholarship.true'].some((name) =>
    scene.marks.of(name).some((grant) => overlap(grant, place)),
  );
}

/** Words between a thing and where it is from: "my bike was brought from". */
const reachOfThing = 6;

/** "My cat from Cairo", "a pizza from Naples": a thing is named before, and nobody between. */
export function isOfThing({ scene }: Pick<Listening, 'scene'>, place: PlaceSaid): boolean {
  // "Only Thai food, but the passport is from Fiji".
  const others = ['speaker.self', 'join.turn'].flatMap((name) => scene.marks.of(name));
  return scene.marks
    .of('role.belonging.before')
    .some(
      ({ from, to }) =>
        to <= place.from &&
        place.from - to <= reachOfThing &&
        scene.sentences[from] === scene.sentences[place.from] &&
        !others.some((other) => other.from >= to && other.from <= place.from),
    );
}

/** Words beside a people that ask something of it: "Italian?" asks whether that is enough. */
const leastAsked = 2;

/** "Un étudiant italien peut-il travailler ?": asked of all of them, where no mark divides it from what is asked, and nobody says "I". */
export function isAskedOfAll({ scene }: Pick<Listening, 'scene'>, place: Span): boolean {
  const part = partAround(scene, place.from);
  const asks = scene.tokens[part.to - 1]?.text === '?' || inside(scene, 'having.asksOf', part).length > 0;
  if (!asks || inside(scene, 'speaker.self', part).length > 0) return false;
  const said = [place, ...scene.marks.of('filler'), ...inside(scene, 'role.nationality.before', part)];
  const others = scene.tokens
    .slice(part.from, part.to)
    .filter(
      ({ kind }, at) =>
        kind === 'word' && !said.some((span) => overlap(span, { from: part.from + at, to: part.from + at + 1 })),
    );
  return others.length >= leastAsked;
}

/** "my German friend", "mi amiga alemana": a person stands right beside. */
export function isOfPerson({ scene }: Listening, place: PlaceSaid): boolean {
  const beside = (span: Span) => span.from === place.to || (place.kind === 'people' && span.to === place.from);
  const named = scene.marks.of('speaker.other').some((span) => overlap(span, place) || beside(span));
  // "In Gabon with my mother" is no country of hers.
  const isWhere = scene.marks.of('role.town.after').some(({ to }) => to === place.from);
  return named || (!isWhere && scene.marks.of('speaker.aside').some(beside));
}
