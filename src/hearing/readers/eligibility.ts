import { yesNoFields } from '../../core/eligibility/situation.ts';
import { candidateAt, type Candidate } from '../candidates.ts';
import type { Listening } from '../listening.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import { france } from '../place-index.ts';
import { inside } from '../polarity.ts';
import { hasCue } from '../roles.ts';
import { partAround } from '../scene.ts';
import { personAt } from '../whose.ts';
import { ageTold } from './age.ts';
import { answered } from './answered.ts';
import { cardFields } from './asked-fields.ts';
import { cardTermTold } from './card-term.ts';
import { cardWhereLived } from './card-where-lived.ts';
import { schoolAbroadTold } from './school-abroad.ts';
import { isHypothesis } from './hypothesis.ts';
import { withoutInside } from './inside-stay.ts';
import { isElsewhere } from './elsewhere.ts';
import { notMeTold } from './not-me.ts';
import { isOfForeignFund, isYesAbroad } from './foreign-fund.ts';
import { isHearsay } from './hearsay.ts';
import { nationalityTold } from './nationality.ts';
import { isDeniedPlace } from './not-my-place.ts';
import { stayTold } from './stay.ts';
import { isUnderWay, withUnderWay } from './under-way.ts';
import { isOfEarlierTime, settledStay } from './unsettled.ts';
import { isAbroad, thingsTold, valuesTold } from './values.ts';
import { isStartOfWork, workOfNow } from './work-not-now.ts';

const named = [
  'school',
  'registered',
  'ehic',
  'quebecForm',
  's1',
  'work',
  'frenchGovernmentScholarship',
  'lowIncome',
  'inStudentScheme2017',
  'exchange',
  'training',
  'returning',
  'insuredIn',
  'ehicUntil',
];
const things = ['ehic', 's1', 'quebecForm', 'work', 'frenchGovernmentScholarship'];

/** What a text tells of who must register, and how: the fields of the eligibility module. */
export function eligibilityTold(listening: Listening): readonly Candidate[] {
  const term = cardTermTold(listening);
  const allStay = withoutInside(listening, [
    ...settledStay(listening, stayTold(listening)).filter((one) => !term.some((card) => overlap(card, one))),
    ...term,
  ]);
  const everyValue = withUnderWay(
    listening,
    valuesTold(listening, named).filter((one) => !isHearsay(listening, one) && !isOfForeignFund(listening, one)),
  )
    .map((one) => ofAnotherState(listening, one))
    .filter(
      (one) =>
        !isWorkOver(listening, one) &&
        !isOfAnyCard(listening, one) &&
        !isExchangeElsewhere(listening, one) &&
        !isOfEarlierTime(listening, one) &&
        !isDoubtOfNoCard(listening, one),
    );
  const everyThing = thingsTold(listening, things)
    .map(asValue)
    .filter((one) => !hasUnreadDay(listening, one, allStay) && !isWorkOver(listening, one));
  const stay = allStay.filter((one) => !isStartOfWork(listening, [...everyValue, ...everyThing], one));
  const values = everyValue.flatMap((one) => workOfNow(listening, one));
  const held = everyThing.flatMap((one) => workOfNow(listening, one));
  const abroad = schoolAbroadTold(listening);
  const notMe = notMeTold(listening, [...values, ...held], meaningFor(listening));
  const told = [
    ...notMe,
    ...grantOfAnotherState(listening),
    ...cardWithEnd(stay, [...inFrance(listening, values, abroad), ...withoutShorter(held, values)]),
    ...nationalityTold(listening),
    ...ageTold(listening),
    ...abroad,
    ...stay,
  ];
  const sure = told.filter((one) => !isNameAlone(one, told, listening));
  const certain = atHome(listening, [...sure, ...cardWhereLived(listening, sure)]);
  const ownStay = stay.filter((one) => (one.person ?? personAt(listening.persons, one)) === 'student');
  const said = answered(listening, meaningFor(listening), certain).filter(
    (answer) => !isYesAbroad(listening, answer, certain),
  );
  const answers = said.filter(
    ({ field, value }) =>
      !(field === 'registered' && isUnderWay(certain)) &&
      !(field === 'work' && value === 'minor' && isOver(listening)) &&
      !(field === 'ehic' && value === 'full' && certain.some(isCardOpen)) &&
      // "It depends, probably until September" says until when.
      !(field === 'stayMonths' && value === 'unknown' && ownStay.some((date) => date.field === 'stayUntil')),
  );
  return [...certain, ...answers].filter((one) => !isHypothesis(listening, one));
}

/** "My university is in Togo" says of no school here that it is one. */
function inFrance(
  { scene }: Listening,
  values: readonly Candidate[],
  abroad: readonly Candidate[],
): readonly Candidate[] {
  return values.filter(
    ({ field, from }) => field !== 'school' || !abroad.some((one) => scene.parts[one.from] === scene.parts[from]),
  );
}

/** "I have a scholarship of the Korean government". */
function ofAnotherState(listening: Listening, one: Candidate): Candidate {
  const foreign =
    one.field === 'frenchGovernmentScholarship' && one.value === true && isAbroad(listening, one.field, one);
  return foreign ? { ...one, value: false, cue: 'weak' } : one;
}

/** "The one I get is from the Saudi government", "a Kuwaiti grant"; asked for it, "the Chinese government pays" is no French one. */
function grantOfAnotherState(listening: Listening): readonly Candidate[] {
  const { scene, places, asked } = listening;
  return places.flatMap((place) => {
    if (place.codes.includes(france) || isDeniedPlace(listening, place)) return [];
    const pays = asked === 'frenchGovernmentScholarship' && hasCue(scene, place, 'role.government', 2);
    if (!pays && !hasCue(scene, place, 'role.grant')) return [];
    return candidateAt(place, 'frenchGovernmentScholarship', false, pays ? 'full' : 'weak');
  });
}

/** "I worked last summer", but not "I have worked since last summer". */
function isWorkOver(listening: Listening, { field, value, from }: Candidate): boolean {
  return field === 'work' && value !== 'none' && isOver(listening, partAround(listening.scene, from));
}

/** "Last year I was in Rome on Erasmus": no exchange of now, and no school of now. */
function isExchangeElsewhere(listening: Listening, { field, from, to }: Candidate): boolean {
  if (field !== 'exchange' && field !== 'school') return false;
  const part = partAround(listening.scene, from);
  const years = listening.scene.marks.valued('nearYear').filter((year) => within(year, part));
  const isPast = isOver(listening, part) || years.some(({ value }) => value < 0);
  return isPast && isElsewhere(listening, { from, to });
}

/** "I lost my card": a carte Vitale may be meant, unless the European card was asked for, told of or is named. */
function isOfAnyCard({ scene, asked, told }: Listening, one: Candidate): boolean {
  if (one.field !== 'ehic' || one.value !== 'none') return false;
  const isKnown = cardFields.has(asked) || told['ehic'] !== undefined || told['ehicUntil'] !== undefined;
  const isLost = scene.marks.of('having.lost').some((lost) => overlap(lost, one));
  return isLost && !isKnown && scene.marks.of('thing.ehic').length === 0;
}

/** "I do not know until when", where no card is spoken of. */
function isDoubtOfNoCard({ scene, asked }: Listening, { field, value }: Candidate): boolean {
  return field === 'ehic' && value === 'unknown' && asked !== 'ehic' && scene.marks.of('thing.ehic').length === 0;
}

/** @param part of what is said, or all of it: "I did, last summer" */
function isOver({ scene }: Listening, part: Span = { from: 0, to: scene.tokens.length }): boolean {
  const since = scene.marks.of('date.since.before');
  return inside(scene, 'role.over.around', part).some(
    (over) => !since.some(({ to }) => to >= over.from && to <= over.to),
  );
}

/** "insured there", "the same": in the country of the nationality, where that is told. */
function atHome({ told: before }: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const country = told.find(({ field, person }) => field === 'nationality' && person !== 'other')?.value;
  const home = country ?? before['nationality'];
  return told.flatMap((one): readonly Candidate[] => {
    if (one.field !== 'insuredIn' || one.value !== 'home') return [one];
    return typeof home === 'string' ? [{ ...one, value: home }] : [];
  });
}

/** "Jordan, my neighbour, …" may be anybody's name: a country by itself is one in few words, or among other facts. */
const fewWords = 4;

function isNameAlone(one: Candidate, told: readonly Candidate[], { places, scene }: Listening): boolean {
  if (one.field !== 'nationality' || one.cue !== 'weak' || told.length > 1) return false;
  const place = places.find(({ from }) => from === one.from);
  return place?.kind !== 'people' && scene.tokens.length > fewWords;
}

/** A card's last day says more than "it expires", and that its day is not known more than that there is one. */
function cardWithEnd(stay: readonly Candidate[], values: readonly Candidate[]): readonly Candidate[] {
  const ends = stay.some(({ field }) => field === 'ehicUntil');
  const isDoubted = values.some(({ field, value }) => field === 'ehic' && value === 'unknown');
  return values.filter(
    ({ field, value }) => !(field === 'ehic' && ((ends && value !== 'none') || (isDoubted && value === 'full'))),
  );
}

/** "I have the EHIC 12 May 2027": a day right behind a card of which nothing is heard may be its last. */
function hasUnreadDay({ scene, dates }: Listening, one: Candidate, stay: readonly Candidate[]): boolean {
  if (one.field !== 'ehic' || one.value !== 'full') return false;
  const part = partAround(scene, one.from);
  if (inside(scene, 'role.issued.around', part).length > 0) return false;
  return dates.some(
    (date) =>
      date.said.kind === 'day' &&
      date.from >= one.to &&
      date.from - one.to <= nextTo &&
      date.to <= part.to &&
      !stay.some((told) => overlap(told, date)),
  );
}

const nextTo = 2;

/** Until when it is good is told, or not known. */
function isCardOpen({ field, value }: Candidate): boolean {
  return field === 'ehicUntil' || (field === 'ehic' && value === 'unknown');
}

/** A field's own words say more than that something of it is there: "a job all year". */
function withoutShorter(held: readonly Candidate[], values: readonly Candidate[]): readonly Candidate[] {
  return held.filter(({ field }) => !values.some((value) => value.field === field));
}

const meanings: Readonly<Record<string, readonly [yes: string, no: string]>> = {
  ehic: ['full', 'none'],
  work: ['minor', 'none'],
};
/** Who is Canadian was asked whether it is in Quebec; nobody else says yes or no to "in which country?". */
const inQuebec = ['CA-QC', 'CA'] as const;

function meaningFor({ told }: Listening): (field: string, yes: boolean) => unknown {
  return (field, yes) => {
    if (yesNoFields.has(field)) return yes;
    const isCanadian = field === 'insuredIn' && told['nationality'] === 'CA';
    const meant = isCanadian ? inQuebec : meanings[field];
    return yes ? meant?.[0] : meant?.[1];
  };
}

/** To have a card says nothing of how long it is good: a weak "full". */
function asValue(candidate: Candidate): Candidate {
  if (candidate.field === 'ehic')
    return candidate.value === true ? { ...candidate, value: 'full', cue: 'weak' } : { ...candidate, value: 'none' };
  return candidate.field === 'work' ? { ...candidate, value: candidate.value === true ? 'minor' : 'none' } : candidate;
}
