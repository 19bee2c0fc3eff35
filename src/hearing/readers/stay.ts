import { isInQuestion } from '../answers.ts';
import { candidateAt, type Candidate } from '../candidates.ts';
import type { Cue } from '../heard.ts';
import { monthsOf, type LengthSaid } from '../lengths.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside } from '../polarity.ts';
import { cueAfter, cueBefore, cueLeading, isBound, isDeniedBefore, isNearly, roleOf, type Role } from '../roles.ts';
import { withHalf } from '../numbers.ts';
import { endsThere, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { isAge } from './age.ts';
import { stayFields } from './asked-fields.ts';
import { deniedCounts, isDenied } from './denied.ts';
import { isElsewhere, isInHospital, isSpentElsewhere } from './elsewhere.ts';
import { stayDatesTold } from './stay-dates.ts';
import { countedAlike, isOwnBehindOther, mostMonths } from './stay-counted.ts';
import { isBehindSchool, isForSoLong } from './stay-behind.ts';
import { cardIn, isDocument } from './stay-of-paper.ts';
import { ofTheStayItself } from './stay-itself.ts';
import { inMonths, short } from './in-months.ts';
import { isMore, moreTold } from './stay-more.ts';
import { isBehindStart, startsToCome } from './stay-start.ts';
import { valuesTold } from './values.ts';
import { isAtHomeForFeast } from './visit-home.ts';

/** How long, from when and until when: the stay, the time already spent, and the card. */
export function stayTold(listening: Listening): readonly Candidate[] {
  const lengths = listening.lengths.filter(
    (length) => length.unit !== 'hour' && !isAge(listening, length) && !isExplained(listening, length),
  );
  const dates = stayDatesTold(listening);
  const own = lengths.flatMap((length) => lengthTold(listening, length, lengths));
  const told = ofTheStayItself(listening, own).filter((one) => !isContradicted(one, dates));
  return startsToCome(listening, [
    ...told,
    ...moreTold(listening, [...told, ...dates], lengths),
    ...countedAlike(listening, told, lengths),
    ...bareMonths(listening),
    ...arrivalTold(listening),
    ...(own.length + dates.length > 0 ? [] : semesterTold(listening)),
    ...dates,
  ]);
}

/** "8 months (one and a half semesters)". */
function isExplained({ scene, lengths }: Listening, { from }: Span): boolean {
  return scene.tokens[from - 1]?.text === '(' && lengths.some(({ to }) => to === from - 1);
}

/** "I am not there yet", "just landed": no month has passed in France. */
function arrivalTold(listening: Listening): Candidate[] {
  return valuesTold(listening, ['monthsInFrance'])
    .filter((told) => !isAtHomeForFeast(listening, told))
    .map((told) => ({ ...told, value: Number(told.value) }));
}

/** Asked how long, "the autumn semester" is one. */
function semesterTold(listening: Listening): Candidate[] {
  return valuesTold(listening, ['stayMonths']).map((told) => ({ ...told, value: Number(told.value) }));
}

/** "until 6 September 2027, a full year since I came in 2026": the year is no time already spent where the dates tell that. */
function isContradicted({ field }: Candidate, dates: readonly Candidate[]): boolean {
  const has = (name: string) => dates.some((date) => date.field === name && date.cue === 'full');
  return field === 'monthsInFrance' && has('stayFrom') && has('stayUntil');
}

function lengthTold(listening: Listening, length: LengthSaid, all: readonly LengthSaid[]): Candidate[] {
  const { scene, asked, dates } = listening;
  if (monthsOf(length) > longestStay || (isNearly(scene, length) && monthsOf(length) === short)) return [];
  if (isDenied(listening, length) || isDocument(listening, length) || isMore(listening, length)) return [];
  // "It will be eight months in December" has not been yet.
  if (cueBefore(scene, length, 'role.turning', 1) !== null && isDayBehind(listening, length)) return [];
  if (isInHospital(listening, length) || isOfElse(listening, length) || isOfWork(listening, length)) return [];
  if (dates.some((date) => overlap(date, length))) return [];
  if (isOwnStay(listening, length, all)) return inMonths(length, 'stayMonths', 'full');
  if (cueBefore(scene, length, 'role.spent') !== null && stayFields.has(asked))
    return isElsewhere(listening, length) ? [] : candidateAt(length, 'monthsInFrance', monthsOf(length), 'full');
  const cue = stayRoleOf(listening, length) ?? cardIn(listening, length);
  if (cueLeading(scene, length, 'date.since') !== null && length.amount === length.most)
    return sinceTold(listening, length, cue?.role);
  // "I go home for two weeks".
  if (cue !== null && notStay.has(cue.role)) return [];
  if (cue?.role === 'elapsed')
    return isElsewhere(listening, length) ? [] : candidateAt(length, 'monthsInFrance', monthsOf(length), 'full');
  if (cue?.role === 'stay' && isBesideElsewhere(listening, length, all))
    return candidateAt(length, 'monthsInFrance', monthsOf(length), 'full');
  if (isOver(listening, length) || isAfterArrival(listening, length, cue) || isOfAsked(listening, cue)) return [];
  if (isSpentElsewhere(listening, length, cue?.at ?? null)) return [];
  // Asked how long it has been, "a month here" is what has been.
  const spent = asked === 'monthsInFrance' && cue?.role === 'stay' && cue.at.from >= length.to;
  // "I came on the 17th, for ten months".
  if (asked === 'monthsInFrance' && isForSoLong(listening, length)) return inMonths(length, 'stayMonths', 'full');
  if ((cue !== null && !spent) || isInTown(listening, length)) return supposed(listening, length);
  if (isBehindSchool(listening, length)) return inMonths(length, 'stayMonths', 'weak');
  if (asked === 'stayMonths' || asked === 'monthsInFrance')
    return answersBriefly(listening, length) && !isAskedBack(listening, length) && !isElsewhere(listening, length)
      ? inMonths(length, asked, 'asked')
      : [];
  const starts = dates.filter(({ edge }) => edge === 'from');
  const begins = starts.length > 0 ? scene.marks.of('date.from.before') : [];
  const alone = standsAlone(scene, length, [
    ...scene.marks.of('lead'),
    ...deniedCounts(listening),
    ...starts,
    ...begins,
  ]);
  return (alone || isInstead(listening, length, all)) &&
    !isAfterQuestion(listening, length) &&
    scene.tokens[length.to]?.text !== '?'
    ? inMonths(length, 'stayMonths', 'weak')
    : [];
}

/** What stands right behind a length says more than where it was spent. */
function stayRoleOf(listening: Listening, length: LengthSaid): Pick<Role, 'role' | 'at'> | null {
  const { scene } = listening;
  const roles = ['other', 'elapsed', 'stay', 'arrive', 'leave'];
  const nearest = roleOf(scene, length, roles);
  // "With a French family for nine months" is no time of theirs.
  const asides = scene.marks.of('speaker.aside');
  const isAside = (at: Span) => asides.some((aside) => within(at, aside));
  const since = cueLeading(scene, length, 'date.since') !== null;
  const own = nearest !== null && !since && isAside(nearest.at) ? roleOf(scene, length, roles, isAside) : null;
  const role = own?.role === 'stay' ? own : nearest;
  const soFar = role?.role === 'stay' ? isSoFar(scene, length, role.at) : null;
  if (soFar !== null) return { role: 'elapsed', at: soFar };
  return role?.role === 'elapsed' && isBehindStart(listening, length, role.at) ? { ...role, role: 'stay' } : role;
}

/** "In Paris for 38 months so far", and "been here for 38 months for a master". */
function isSoFar(scene: Scene, length: LengthSaid, stay: Span): Span | null {
  const leading = stay.from >= length.to ? cueLeading(scene, length, 'role.elapsed') : null;
  return cueAfter(scene, length, 'role.elapsed') ?? leading;
}

/** "What if I stay 13 months?" is no answer; unasked, it is the case that is spoken of. */
function supposed({ scene, asked }: Listening, length: LengthSaid): Candidate[] {
  const whatIf = inside(scene, 'having.suppose', partAround(scene, length.from)).length > 0;
  return asked !== null && whatIf ? [] : inMonths(length, 'stayMonths', 'full');
}

/** "Is three months the limit?" asks, of nobody; "six months?" answers. */
function isAskedBack({ scene }: Listening, length: LengthSaid): boolean {
  if (!isInQuestion(scene, length)) return false;
  const number = scene.sentences[length.from];
  const sentence = { from: scene.sentences.indexOf(number ?? 0), to: scene.sentences.lastIndexOf(number ?? 0) + 1 };
  // "Could you tell me why …" asks; "could I stay six months?" answers.
  const along = scene.marks.of('speaker.along');
  if (inside(scene, 'speaker.self', sentence).some((self) => !along.some((one) => within(self, one)))) return false;
  const leads = scene.marks.of('lead');
  const before = isEmpty(scene, { from: sentence.from, to: length.from }, leads);
  return !before || !isEmpty(scene, { from: length.to, to: sentence.to }, leads);
}

/** "Two years in Europe, in France for a month": what was spent in both. */
function isBesideElsewhere(listening: Listening, length: LengthSaid, all: readonly LengthSaid[]): boolean {
  const { scene, asked } = listening;
  const { from } = partAround(scene, length.from);
  // "… and now I am in Pau for ten months" tells of something new.
  if (inside(scene, 'speaker.self', { from, to: length.from }).length > 0) return false;
  return all.some(
    (other) =>
      other.to <= length.from &&
      scene.sentences[other.from] === scene.sentences[length.from] &&
      isElsewhere(listening, other) &&
      !isElsewhere(listening, length) &&
      (asked === 'monthsInFrance' || roleOf(scene, other, ['elapsed', 'stay'])?.role === 'elapsed'),
  );
}

const notStay: ReadonlySet<string> = new Set(['other', 'card', 'leave']);

/** "I came a week later". */
function isAfterArrival({ scene }: Listening, length: Span, cue: { readonly role: string } | null): boolean {
  return cue?.role === 'arrive' && cueAfter(scene, length, 'role.other') !== null;
}

/** "Six months in Maisons-Alfort": in something with a capital that is no country and no month. */
function isInTown({ scene, places, dates }: Listening, length: Span): boolean {
  const cue = scene.marks.of('role.town.after').find(({ from }) => from === length.to);
  const town = cue === undefined ? undefined : scene.tokens[cue.to];
  if (cue === undefined || town === undefined || !/^\p{Lu}\p{L}/u.test(scene.text.slice(town.start))) return false;
  const named = { from: cue.to, to: cue.to + 1 };
  return ![...places, ...dates].some((span) => overlap(span, named));
}

/** "Forget the 3 months, they gave me the whole year": what stands behind a length that is denied. */
function isInstead(listening: Listening, length: LengthSaid, all: readonly LengthSaid[]): boolean {
  const { scene } = listening;
  return all.some((other) => other.to <= length.from && isDeniedBefore(scene, other, 1) && !isBound(scene, other));
}

/** "How long does it take, 3 months?" */
function isAfterQuestion({ scene }: Listening, span: Span): boolean {
  const sentence = scene.sentences[span.from];
  const corrections = scene.marks.of('answer.correction');
  const asks = scene.marks.of('having.asks').filter((ask) => !corrections.some((one) => overlap(one, ask)));
  return asks.some(({ from, to }) => scene.sentences[from] === sentence && to <= span.from);
}

/** "For two months" is a stay, "since two months" is over: where it is said to be one in France, or was asked. */
function sinceTold(listening: Listening, length: LengthSaid, role: string | undefined): Candidate[] {
  const { asked } = listening;
  if (role === 'other' || isElsewhere(listening, length)) return [];
  const cue: Cue | null = role !== undefined && !notStay.has(role) ? 'full' : stayFields.has(asked) ? 'asked' : null;
  return cue === null ? [] : candidateAt(length, 'monthsInFrance', monthsOf(length), cue);
}

/** "I was in Paris for two months"; "I had told you four months" is no time gone by. */
function isOver({ scene }: Listening, span: Span): boolean {
  const stays = scene.marks.of('role.stay.before');
  return inside(scene, 'role.over.around', partAround(scene, span.from)).some(
    (over) => !stays.some((stay) => within(over, stay)),
  );
}

/** "Salaried all year long", and "all year long" of a card that was asked for: said of that, in the same words. */
function isOfElse({ scene, asked }: Listening, length: LengthSaid): boolean {
  const fields = asked === 'ehic' ? ['work', 'ehic?'] : ['work'];
  return fields.some((field) =>
    Object.keys(scene.language.data.values[field] ?? {}).some((value) =>
      scene.marks.of(`value.${field}.${value}`).some((span) => overlap(span, length)),
    ),
  );
}

/** "A permanent job in Nice all year", "24 hours a week, since May, all year": how one works, where no stay is told. */
function isOfWork({ scene, numbers, asked }: Listening, length: LengthSaid): boolean {
  const isCounted = length.article || numbers.some((number) => overlap(number, length));
  if (isCounted) return false;
  const before = (span: Span) => span.to <= length.from && scene.sentences[span.from] === scene.sentences[length.from];
  const fields = asked === 'work' ? ['work', 'work?'] : ['work'];
  const names = fields.flatMap((field) => [`value.${field}.qualifying`, `value.${field}.minor`]);
  const jobs = names.flatMap((name) => scene.marks.of(name)).filter(before);
  const part = partAround(scene, length.from);
  return jobs.some((job) => within(job, part)) || (jobs.length > 0 && roleOf(scene, length, ['stay']) === null);
}

function isDayBehind({ scene, dates }: Listening, { to }: Span): boolean {
  return dates.some(({ from }) => from >= to && isEmpty(scene, { from: to, to: from }));
}

/** Asked for training, "an internship of six months" is what was asked for. */
function isOfAsked({ scene, asked }: Listening, cue: Pick<Role, 'role' | 'at'> | null): boolean {
  if (cue?.role !== 'stay' || asked !== 'training') return false;
  return scene.marks.of('role.other.before').some((other) => overlap(other, cue.at));
}

/** The answer comes in few words, or is the only length that is said: of two in a long story, either may be of something in it. */
const briefly = 8;

function answersBriefly({ scene, lengths }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  const around = part.to - part.from - (span.to - span.from);
  return around <= briefly || lengths.filter(({ unit }) => unit !== 'hour').length === 1;
}

/** "My friend stays a year and I seven months". */
function isOwnStay(listening: Listening, length: LengthSaid, all: readonly LengthSaid[]): boolean {
  const before = all.findLast(({ to }) => to <= length.from);
  return (
    before !== undefined &&
    roleOf(listening.scene, before, ['elapsed', 'stay'])?.role === 'stay' &&
    isOwnBehindOther(listening, before, length)
  );
}

/** More months than a year, and no word of months: it may be an age, or days. */
const longestUnsaid = 12;

/** Ten years: what is said to be longer is an age, or a limit. */
const longestStay = 120;

/** Asked how many months, a number by itself is so many, and one right behind what says that it is the stay. */
function bareMonths(listening: Listening): Candidate[] {
  const { scene, bare, asked, lengths } = listening;
  if (asked !== 'stayMonths' && asked !== 'monthsInFrance') return [];
  const corrections = scene.marks.of('answer.correction');
  return bare
    .map((number) => withHalf(scene, number))
    .flatMap((number): Candidate[] => {
      const soFar = cueAfter(scene, number, 'role.elapsed') !== null;
      if (number.value > mostMonths || isDenied(listening, number) || !(endsThere(scene, number) || soFar)) return [];
      // Beside a length, "visa 5 months but I stay 11", only its own cue makes a number one.
      const stays = cueBefore(scene, number, 'role.stay') !== null;
      if (lengths.length > 0 && !stays) return [];
      const led =
        stays ||
        (soFar && asked === 'monthsInFrance') ||
        standsAlone(scene, number, [...scene.marks.of('lead'), ...corrections]) ||
        corrections.some(({ to }) => to === number.from);
      const other = roleOf(scene, number, ['other']) ?? (stays ? null : cueBefore(scene, number, 'role.age', 1));
      if (!led || other !== null) return [];
      return candidateAt(number, asked, number.value, number.value > longestUnsaid ? 'weak' : 'asked');
    });
}
