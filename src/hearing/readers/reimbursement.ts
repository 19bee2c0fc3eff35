import { daysOf } from '../calendar.ts';
import { candidateAt, type Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import { joinedBy } from '../joined.ts';
import { overlap, within } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueBefore, isDeniedBefore, roleOf } from '../roles.ts';
import { correctionsIn, isEmpty, standsAlone, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { ageTold } from './age.ts';
import { isBirthday } from './birthday.ts';
import { answered } from './answered.ts';
import { isByItself } from './by-itself.ts';
import { chargesTold } from './charged.ts';
import { hospitalDaysTold } from './in-hospital.ts';
import { notMeTold } from './not-me.ts';
import { ofWhoWasSeen } from './patient.ts';
import { isPlanned, mayBePlanned } from './planned.ts';
import { timesTold } from './times.ts';
import { thingsTold, valuesTold } from './values.ts';

const hospital: ReadonlySet<unknown> = new Set(['hospital-day', 'psychiatry-day']);
/** What one has or has not. */
const owned = ['declaredGp', 'mutuelle'];
const daysAsked: ReadonlySet<string | null> = new Set(['until', 'days']);

/** What a text tells of a visit or a stay in hospital: the fields of the reimbursement module, and `days` counted. */
export function reimbursementTold(listening: Listening): readonly Candidate[] {
  const { scene, asked, told: before } = listening;
  const named = actsTold(listening);
  const acts = [...named, ...ownBesideOther(listening, named), ...byItsEnds(listening, named)];
  const inHospital =
    daysAsked.has(asked) ||
    (asked === 'on' && isStay(listening)) ||
    [...acts.map(({ value }) => value), before['act']].some((act) => hospital.has(act));
  const visited = acts.length > 0 || before['act'] !== undefined || scene.marks.of('value.act?.gp').length > 0;
  const had = [...valuesTold(listening, owned), ...thingsTold(listening, owned)];
  const charges = isOfSpecialist(listening, acts) ? [] : chargesTold(listening, visited);
  const told = [
    ...acts,
    ...sectorTold(listening, charges.length > 0),
    ...had,
    ...notMeTold(listening, had, meaningOf),
    // "She charged me 55": what is a price is no age.
    ...ageTold(listening).filter((age) => !charges.some((charge) => charge.cue === 'full' && overlap(charge, age))),
    ...charges,
    ...(inHospital ? hospitalDaysTold(listening) : [...visitsTold(listening, visited), ...dayTold(listening)]),
  ];
  const once = told.filter(
    (one, at) => !told.slice(0, at).some((other) => other.field === one.field && overlap(other, one)),
  );
  const clear = ofWhoWasSeen(
    listening,
    once.filter((one) => !isSaidElse(one, once)),
  );
  // "Four nights, maybe five" says how long.
  const isCounted = clear.some(({ field }) => field === 'days');
  const answers = answered(listening, meaningOf, clear).filter((one) => !(isCounted && one.field === 'until'));
  return [...clear, ...answers];
}

/** "I am 22", to what was charged: a number that is said to be something else is not what was asked for. */
function isSaidElse({ field, cue, from, to }: Candidate, told: readonly Candidate[]): boolean {
  const others = told.filter((other) => other.cue === 'full' && other.field !== field);
  return cue === 'asked' && others.some((other) => overlap(other, { from, to }));
}

/** "Entered on the 28th, out on the 2nd": a stay, by its two ends. */
function wentInAndOut({ scene, dates, asked }: Listening): boolean {
  const led = (name: string) => dates.some((date) => cueBefore(scene, date, name, 2) !== null);
  return asked === null && led('role.in') && led('role.out');
}

/** "My mother was in hospital in May, me from the 6th to the 9th of November". */
function ownBesideOther({ persons, dates }: Listening, named: readonly Candidate[]): readonly Candidate[] {
  const other = named.find((act) => hospital.has(act.value) && personAt(persons, act) === 'other');
  const own = dates.find((date) => date.pair !== null && date.edge === 'from' && personAt(persons, date) === 'student');
  const told = named.some((act) => personAt(persons, act) === 'student');
  return other === undefined || own === undefined || told ? [] : candidateAt(own, 'act', other.value, 'weak');
}

function byItsEnds(listening: Listening, named: readonly Candidate[]): readonly Candidate[] {
  if (named.length > 0 || !wentInAndOut(listening)) return [];
  const [first] = listening.dates;
  return first === undefined ? [] : candidateAt(first, 'act', 'hospital-day', 'full');
}

/** Asked for a day, an end or so many days or nights say that it was a stay. */
function isStay({ scene, dates, lengths }: Listening): boolean {
  const counted = lengths.some(
    (length) => (length.unit === 'day' || length.unit === 'night') && !dates.some((date) => overlap(date, length)),
  );
  const left = dates.some((date) => cueBefore(scene, date, 'role.out', 2) !== null);
  return counted || left || dates.some(({ pair, edge }) => pair !== null || edge === 'until');
}

/** "My dentist asks 70": the price of what no tariff is known for. */
function isOfSpecialist(listening: Listening, acts: readonly Candidate[]): boolean {
  return listening.asked === null && acts.length === 0 && sawSpecialist(listening);
}

/** "A scan on the 5th, but this is the GP of the 10th": in a part of its own, with its day. */
function isBesideSpecialist({ scene, dates }: Listening, act: Candidate): boolean {
  const isApart = scene.marks
    .of('value.act.specialist')
    .every(({ from }) => scene.parts[from] !== scene.parts[act.from]);
  return isApart && dates.some(({ from }) => joinedBy(scene, act.to, from, 'date.between'));
}

/** "My flatmate was at the dentist's, I at a GP's": the student's own, not another's. */
function sawSpecialist({ scene, persons }: Listening): boolean {
  return scene.marks.of('value.act.specialist').some((one) => personAt(persons, one) === 'student');
}

function meaningOf(field: string, yes: boolean): unknown {
  return field === 'declaredGp' || field === 'mutuelle' ? yes : undefined;
}

/** A specialist is no GP, whatever else is said: no tariff of theirs is known. */
function actsTold(listening: Listening): readonly Candidate[] {
  const { scene } = listening;
  const declared = scene.marks.of('thing.declaredGp');
  const lengths = listening.lengths.filter(({ article }) => !article);
  const measured = listening.amounts.length + listening.dates.length + lengths.length > 0;
  // "What comes back at my GP?" names the visit; in the middle of a form it asks about something else.
  const acts = valuesTold(listening, ['act'], measured || listening.asked === null).filter(
    (act) => act.value !== 'specialist' && !declared.some((doctor) => within(act, doctor)),
  );
  const all = sawSpecialist(listening)
    ? acts.filter((act) => act.value !== 'gp' || isBesideSpecialist(listening, act))
    : [...acts, ...pricedVisit(listening, acts)];
  // "My father is in hospital, and I saw a GP": each their own.
  const mine = all.filter((act) => personAt(listening.persons, act) === 'student');
  const own = mine.length > 0 ? mine : all;
  // "Hospitalisé quatre jours en psychiatrie" is in psychiatry, and so is "entrée en clinique psychiatrique, sortie le 4".
  const psychiatry = scene.marks.of('value.act.psychiatry-day').filter((ward) => !isDeniedBefore(scene, ward, 2));
  const inPsychiatry = own.filter(
    (act) =>
      hospital.has(act.value) && psychiatry.some((ward) => scene.sentences[ward.from] === scene.sentences[act.from]),
  );
  if (inPsychiatry.length > 0) return inPsychiatry.map((act) => ({ ...act, value: 'psychiatry-day' }));
  // The visit that brought somebody into hospital is no visit of its own.
  return own.some(({ value }) => hospital.has(value)) ? own.filter(({ value }) => hospital.has(value)) : own;
}

/** "doctor 26,50": a visit by what it cost. */
function pricedVisit({ scene, amounts, asked }: Listening, acts: readonly Candidate[]): readonly Candidate[] {
  const visit = scene.marks
    .of('value.act?.gp')
    .find(({ to }) =>
      amounts.some(({ from, money, euros }) => from === to && (money === 'euro' || !Number.isInteger(euros))),
    );
  return visit === undefined || acts.length > 0 || asked !== null ? [] : candidateAt(visit, 'act', 'gp', 'full');
}

/** @param priced "what do I get back of 50 € at a sector 2 doctor's?" tells of a visit */
function sectorTold(listening: Listening, priced: boolean): readonly Candidate[] {
  const said = moreExactly(listening, valuesTold(listening, ['sector'], priced));
  // "The lady at the desk says that he is in sector 2": whoever says it.
  const told = listening.asked === 'sector' ? said.map((one): Candidate => ({ ...one, person: 'student' })) : said;
  const instead = sectorInstead(listening, told);
  if (instead !== null) return [instead];
  const either = sectorOr(listening, told);
  if (either !== null) return [either];
  const number = listening.bare.find((one) => isByItself(listening, one));
  if (told.length > 0 || listening.asked !== 'sector' || number === undefined || number.value > 2) return told;
  // "2 … or 1, it is not written".
  if (listening.bare.some(({ value }) => value <= 2 && value !== number.value)) return told;
  // "The one with higher fees" counts nothing.
  if (number.inWords && !standsAlone(listening.scene, number)) return told;
  return [{ from: number.from, to: number.to, field: 'sector', value: String(number.value), cue: 'asked' }];
}

/** "The one with OPTAM, it says sector 2": the second sector, and which half of it. */
function moreExactly({ scene }: Listening, told: readonly Candidate[]): readonly Candidate[] {
  const optam = told.some(({ value }) => value === '2-optam');
  // "OPTAM or not, I don't know" tells neither.
  const doubted = ['answer.correction', 'answer.unknown'].some((name) => scene.marks.of(name).length > 0);
  return optam && !doubted ? told.filter(({ value }) => value !== '2') : told;
}

/** "Sector 2 I guess? Or 1": not chosen between. */
function sectorOr({ scene, bare }: Listening, told: readonly Candidate[]): Candidate | null {
  const ors = scene.marks.of('number.range');
  const either = told.flatMap((one) => {
    const other = bare.find(
      (number) =>
        (number.value === 1 || number.value === 2) &&
        ors.some(
          ({ from, to }) => from >= one.to && to <= number.from && isEmpty(scene, { from: to, to: number.from }),
        ) &&
        isEmpty(scene, { from: one.to, to: number.from }, [...ors, ...scene.marks.of('answer.maybe')]),
    );
    return other === undefined ? [] : [{ ...one, others: [String(other.value)] }];
  });
  return either[0] ?? null;
}

/** "Sector 2, no wait, it is 1". */
function sectorInstead({ scene, bare, asked }: Listening, told: readonly Candidate[]): Candidate | null {
  const last = told.at(-1);
  if (last === undefined || asked !== 'sector') return null;
  const number = bare.find(
    ({ from, value }) =>
      (value === 1 || value === 2) && correctionsIn(scene).some((one) => one.from >= last.to && one.to <= from),
  );
  return number === undefined
    ? null
    : { from: number.from, to: number.to, field: 'sector', value: String(number.value), cue: 'asked' };
}

/** "twice", "x2", "2 visits"; asked how many, a number. */
function visitsTold(listening: Listening, visited: boolean): readonly Candidate[] {
  const { asked, bare } = listening;
  const first = bare.find((number) => isByItself(listening, number));
  if (asked === 'visits' && first !== undefined && Number.isInteger(first.value) && first.value <= mostVisits)
    return [{ from: first.from, to: first.to, field: 'visits', value: first.value, cue: 'asked' }];
  if (!visited && asked !== 'visits') return [];
  return timesTold(listening).map(({ from, to, value }) => ({ from, to, field: 'visits', value, cue: 'full' }));
}

const mostVisits = 12;

/** "20 euros within 5 days": no visit was then, unless one is planned. */
function isToCome(listening: Listening, date: DateSaid): boolean {
  const { scene, asked } = listening;
  const ahead = date.said.kind === 'fixed' && date.said.day > scene.on;
  return ahead && asked !== 'on' && !isPlanned(listening, date);
}

/** The day of the visit: past, unless it is said to come. */
function dayTold(listening: Listening): readonly Candidate[] {
  const { scene, dates, asked } = listening;
  const own = dates.filter(
    (date) =>
      !isBirthday(listening, date) &&
      date.said.kind !== 'month' &&
      date.edge !== 'until' &&
      // "Declared since the 2nd".
      !(date.edge === 'since' && (asked === 'declaredGp' || asked === 'mutuelle')) &&
      cueBefore(scene, date, 'role.out', 1) === null &&
      !isToCome(listening, date) &&
      !mayBePlanned(listening, date) &&
      !isDeniedBefore(scene, date, 2) &&
      // "Booked it on the 2nd, and went on the 9th".
      !(dates.length > 1 && cueBefore(scene, date, 'role.booked', 2) !== null) &&
      (asked === 'on' || roleOf(scene, date, ['offer', 'document']) === null),
  );
  // "Operated on the 5th, but in the day before"; "billed on the 20th, seen on the 6th".
  const entered = own.filter((date) => cueBefore(scene, date, 'role.in', 2) !== null);
  const seen = own.filter((date) => cueBefore(scene, date, 'role.billed', 1) === null);
  // "A scan on the 5th, and the GP of the 10th".
  const named = seen.filter((date) => isBehindVisit(scene, date));
  const meant = [entered, named, seen].find((some) => some.length > 0) ?? own;
  return meant.flatMap((date): Candidate[] => {
    const next = date.said.kind === 'weekday' && date.said.which === 'next';
    // "Appointment on 17 November" may have been, and be.
    const direction = next ? 'future' : isPlanned(listening, date) ? 'near' : 'past';
    const day = daysOf(date.said, direction, scene.on)?.first;
    const first = isEmpty(scene, { from: 0, to: date.from });
    return day === undefined
      ? []
      : [{ from: date.from, to: date.to, field: 'on', value: day, cue: first ? 'full' : 'weak' }];
  });
}

/** "My GP visit of the 10th": the day stands right behind what it is of. */
function isBehindVisit(scene: Scene, date: DateSaid): boolean {
  return scene.marks.of('value.act.gp').some(({ to }) => joinedBy(scene, to, date.from, 'date.between'));
}
