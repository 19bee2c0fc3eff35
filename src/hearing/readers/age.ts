import { daysOf, type Said } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { LengthSaid } from '../lengths.ts';
import { overlap, within, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { inside, isAsked } from '../polarity.ts';
import { cueAfter, cueBefore, hasCue, isBound, isDeniedBefore, roleOf } from '../roles.ts';
import { correctionsIn, endsThere, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { birthDatesTold, youngest } from './birthday.ts';
import { isOfSubject } from './of-subject.ts';
import { relativeAgeTold } from './relative-age.ts';

/** Nobody stays for longer: so many years by themselves are an age. */
const longestStay = 15;
const oldest = 120;
/** "A 98 kid": without a unit, two figures from here on are a year of birth. */
const leastYear = 80;

/** Ages and birthdays. */
export function ageTold(listening: Listening): readonly Candidate[] {
  const ages = [...agesInYears(listening), ...agesWithoutUnit(listening)].filter(
    (age) =>
      !isOfAnybody(listening, age) &&
      !isOfNoStudent(listening, age) &&
      !(listening.asked !== 'age' && isOfSubject(listening, age)),
  );
  const relative = relativeAgeTold(listening);
  if (relative.length > 0) return relative;
  return [...ages, ...agesOfBirth(listening), ...birthDatesTold(listening)];
}

/** `[born: 22 years]` stands for a day of birth that was told, `born` for the day where it was asked for. */
function agesOfBirth({ scene, asked, born }: Listening): Candidate[] {
  const marks = scene.tokens.flatMap(({ kind, text }, from) => (kind === 'born' ? [{ from, to: from + 1, text }] : []));
  const asks = asked === 'age' || asked === 'birthDate';
  return marks.map(({ text, ...span }, at): Candidate => {
    const day = asks ? born[at] : undefined;
    if (day !== undefined) return { ...span, field: 'birthDate', value: day, cue: 'full' };
    return { ...span, field: 'age', value: Number(text.replaceAll(/\D/g, '')), cue: 'full' };
  });
}

/** "My dog is 5": whoever was not asked for an age, and is no other person. */
function isOfNoStudent({ asked, persons }: Listening, age: Candidate): boolean {
  return asked !== 'age' && Number(age.value) < youngest && personAt(persons, age) === 'student';
}

/** "Does a 27 year old pay more?" */
function isOfAnybody({ scene, asked }: Listening, age: Span): boolean {
  const part = partAround(scene, age.from);
  return asked !== 'age' && isAsked(scene, age, part) && inside(scene, 'speaker.self', part).length === 0;
}

/** Whether a length is an age: "22 years old", "j'ai 22 ans", and 29 years by themselves. */
export function isAge(listening: Listening, length: LengthSaid): boolean {
  return ageOf(listening, length) !== null;
}

function agesInYears(listening: Listening): Candidate[] {
  const { lengths, asked } = listening;
  return lengths.flatMap((length): Candidate[] => {
    const age = ageOf(listening, length);
    return age === null
      ? []
      : [
          {
            ...spanOf(length),
            field: 'age',
            value: age.years,
            cue: age.full ? 'full' : asked === 'age' ? 'asked' : 'weak',
          },
        ];
  });
}

function ageOf(
  { scene, dates, places, asked }: Listening,
  length: LengthSaid,
): { readonly years: number; readonly full: boolean } | null {
  const { unit, amount, most, article } = length;
  if (unit !== 'year' || article || amount !== most || amount > oldest || isDenied(scene, length)) return null;
  const old =
    saidOld(scene, length) ||
    cueAfter(scene, length, 'role.age', 1) !== null ||
    cueBefore(scene, length, 'role.born', 1) !== null;
  const turning = amount >= youngest && turns(scene, length, dates);
  const said = cueBefore(scene, length, 'role.age', 1) !== null && amount >= youngest;
  if (old || turning || said) return { years: Math.floor(amount) - (turning ? 1 : 0), full: true };
  const part = partAround(scene, length.from);
  // "Malian 22 years, I stay ten months".
  if (amount >= longestStay && places.some(({ kind, to }) => kind === 'people' && to === length.from))
    return { years: Math.floor(amount), full: false };
  // "I have 22 years", asked for it.
  const has = asked === 'age' ? scene.marks.of('having.has') : [];
  const begins = isEmpty(scene, { from: part.from, to: length.from }, [
    ...scene.marks.of('join.on'),
    ...places,
    ...has,
  ]);
  const other = roleOf(scene, length, ['stay', 'other']);
  // "A semester in Pau, 21 years, no job": of a list each part tells of itself.
  if (!begins || amount < longestStay || (other !== null && within(other.at, part))) return null;
  return { years: Math.floor(amount), full: false };
}

/** "31 years old": the unit is part of the cue. */
function saidOld(scene: Scene, { from, to }: Span): boolean {
  return scene.marks.of('role.age.after').some((cue) => cue.from > from && cue.from < to && cue.to > to);
}

/** "turning 20 in march", "18 ans dans 2 mois": not yet. */
function turns(scene: Scene, span: Span, dates: readonly DateSaid[]): boolean {
  const cue = cueBefore(scene, span, 'role.turning', 2);
  // "I have celebrated my 28 years".
  const done =
    cue !== null && scene.marks.of('role.age.before').some(({ from, to }) => from < cue.from && to === cue.to);
  if (cue !== null && !done) return true;
  // "29 until next month" is 29.
  if (scene.marks.of('date.until.before').some(({ from }) => from === span.to)) return false;
  if (cueAfter(scene, span, 'role.later', 1) !== null) return true;
  const part = partAround(scene, span.from);
  return dates.some(
    ({ said, from, to }) => from >= span.to && from - span.to <= 1 && to <= part.to && isToCome(said, scene),
  );
}

/** A day that is counted from today, or has its year. */
function isToCome(said: Said, scene: Scene): boolean {
  if (said.kind === 'fixed') return said.day > scene.on;
  const first = said.kind === 'day' && said.year !== null ? daysOf(said, 'future', scene.on)?.first : undefined;
  return first !== undefined && first > scene.on;
}

function agesWithoutUnit(listening: Listening): Candidate[] {
  const { scene, bare, dates, asked } = listening;
  const counted = [...bare, ...inYears(listening)];
  return bare.flatMap((number): Candidate[] => {
    const { value } = number;
    if (!Number.isInteger(value) || value >= leastYear || isDenied(scene, number) || isNext(scene, number, counted))
      return [];
    // "I got 18 in maths".
    if (hasCue(scene, number, 'role.grade')) return [];
    const turning = turns(scene, number, dates) && !bare.some((next) => isNext(scene, next, [number]));
    const years = turning ? value - 1 : value;
    const told = { ...spanOf(number), field: 'age', value: years } as const;
    const old = cueAfter(scene, number, 'role.age') !== null;
    const said = (isCued(scene, number) || turning) && value >= youngest && endsAnAge(listening, number);
    if (old || said || isCorrected(scene, number, listening)) return [{ ...told, cue: 'full' }];
    if (
      value >= grown &&
      value <= likely &&
      asked !== 'age' &&
      (isListed(listening, number) || isBehindPeople(listening, number)) &&
      !isAfterAsked(scene, number)
    )
      return [{ ...told, cue: 'weak' }];
    return asked === 'age' &&
      (value >= youngest || scene.tokens.length === 1) &&
      !isOther(scene, number, dates) &&
      endsAnAge(listening, number)
      ? [{ ...told, cue: 'asked' }]
      : [];
  });
}

/** "I am, uh, 22"; in "j'ai payé 30" the verb says what the number is, and "I am in 49" says where. */
function isCued(scene: Scene, number: Span): boolean {
  if (scene.marks.of('role.town.after').some(({ to }) => to === number.from)) return false;
  const cue = cueBefore(scene, number, 'role.age', 1);
  return cue !== null && isEmpty(scene, { from: cue.to, to: number.from });
}

/** "I turned 28 last week", "turned 30 yesterday". */
function endsAnAge({ scene, dates }: Listening, number: Span): boolean {
  const names = [
    'nothing',
    'date.last',
    'date.next',
    ...Object.keys(scene.language.data.dates.nearMonths).map((n) => `nearMonth.${n}`),
  ];
  const when = [...dates, ...names.flatMap((name) => scene.marks.of(name))];
  return endsThere(scene, number) || when.some(({ from }) => from === number.to);
}

/** "I am 22, sorry 23". */
function isCorrected(scene: Scene, number: Span, listening: Listening): boolean {
  const { bare, lengths } = listening;
  if (!scene.marks.of('answer.correction').some(({ to }) => to === number.from)) return false;
  const aged = (span: Span) => span.to < number.from && cueBefore(scene, span, 'role.age') !== null;
  return bare.some(aged) || lengths.some((length) => aged(length) && ageOf(listening, length) !== null);
}

type Counted = Span & { readonly value: number };

function inYears({ lengths }: Listening): readonly Counted[] {
  return lengths.flatMap(({ from, to, unit, amount }) => (unit === 'year' ? [{ from, to, value: amount }] : []));
}

/** "24 (25 in December)", "19 years and I turn 20 in May". */
function isNext(scene: Scene, number: Counted, counted: readonly Counted[]): boolean {
  const before = counted.find(
    (one) => one.to <= number.from && one.value === number.value - 1 && !isDenied(scene, one),
  );
  const corrections = correctionsIn(scene);
  // "I said 20 but I am 21".
  if (isCued(scene, number) && cueBefore(scene, number, 'role.turning') === null) return false;
  return before !== undefined && !corrections.some(({ from, to }) => from >= before.to && to <= number.from);
}

/** The "before" of "the day before yesterday" says nothing of a number. */
function isOther(scene: Scene, number: Span, dates: readonly DateSaid[]): boolean {
  const other = roleOf(scene, number, ['other']);
  return other !== null && !dates.some((date) => overlap(date, other.at));
}

/** "Nepali, 26": a number by itself, where no other number was asked for. */
function isListed({ scene, places, asked }: Listening, number: Span): boolean {
  const { from } = partAround(scene, number.from);
  const before = scene.tokens[from - 1]?.kind;
  // "I'm Japanese, and 25"; "30 and 25" count something.
  const isBehindPlace = places.some(({ to }) => to === from || (to === from - 1 && before === 'mark'));
  const joined = scene.marks.of('join.on').find((join) => join.from === from && (isBehindPlace || before === 'stop'));
  const first = scene.tokens
    .slice(joined?.to ?? from, number.from)
    .every(({ kind }) => kind === 'mark' || kind === 'stop');
  const since = scene.marks.of('date.since.before').some((span) => span.from === number.to);
  const alone = since || standsAlone(scene, number, joined === undefined ? [] : [joined]);
  return first && !(asked !== null && counted.has(asked)) && alone && scene.tokens.length > 1;
}

/** "hi indian 24 master lyon", "chinese girl 18": written without a mark. */
function isBehindPeople({ scene, places, asked, persons }: Listening, number: Span): boolean {
  if (asked !== null && counted.has(asked)) return false;
  const named = scene.marks.of('role.nationality.after');
  // "I'm Brazilian, um, 26" is behind a mark.
  const hedges = scene.marks.of('filler');
  const begins = [...named, ...hedges].filter(({ to }) => to === number.from).map(({ from }) => from);
  return (
    personAt(persons, number) === 'student' &&
    places.some(({ kind, to }) => kind === 'people' && [number.from, ...begins].includes(to))
  );
}

/** "What is the limit, 64?" */
function isAfterAsked(scene: Scene, number: Span): boolean {
  const sentence = scene.sentences[number.from];
  const asks = scene.marks
    .of('having.asks')
    .some((ask) => scene.sentences[ask.from] === sentence && ask.to <= number.from);
  return asks && scene.tokens[number.to]?.text === '?';
}

const counted: ReadonlySet<string> = new Set([
  'stayMonths',
  'monthsInFrance',
  'charged',
  'visits',
  'days',
  'sector',
  'term',
  'items',
  'stayFrom',
  'stayUntil',
  'ehicUntil',
  'on',
  'until',
]);
const grown = 16;
const likely = 65;

/** "not 21", "over 28", and the day or the room of something. */
function isDenied(scene: Scene, number: Span): boolean {
  return isBound(scene, number) || isDeniedBefore(scene, number, 1);
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
