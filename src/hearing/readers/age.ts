import { daysOf, type Said } from '../calendar.ts';
import type { Candidate } from '../candidates.ts';
import type { DateSaid } from '../dates.ts';
import type { LengthSaid } from '../lengths.ts';
import { overlap, type Span } from '../lexicon.ts';
import type { Listening } from '../listening.ts';
import { cueAfter, cueBefore, isBound, roleOf } from '../roles.ts';
import { endsThere, isEmpty, partAround, standsAlone, type Scene } from '../scene.ts';

/** Nobody studies abroad younger: "I am 3" is no age, nor is "2 years" without "old". */
const youngest = 14;
/** Nobody stays for longer: so many years by themselves are an age. */
const longestStay = 15;
const oldest = 120;

/** Ages and birthdays. */
export function ageTold(listening: Listening): readonly Candidate[] {
  const ages = [...agesInYears(listening), ...agesWithoutUnit(listening)];
  return [...ages, ...birthdays(listening)];
}

/** Whether a length is an age: "22 years old", "j'ai 22 ans", and 29 years by themselves. */
export function isAge({ scene, dates }: Listening, length: LengthSaid): boolean {
  return ageOf(scene, length, dates) !== null;
}

function agesInYears({ scene, lengths, dates, asked }: Listening): Candidate[] {
  return lengths.flatMap((length): Candidate[] => {
    const age = ageOf(scene, length, dates);
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
  scene: Scene,
  length: LengthSaid,
  dates: readonly DateSaid[],
): { readonly years: number; readonly full: boolean } | null {
  const { unit, amount, most, article } = length;
  if (unit !== 'year' || article || amount !== most || amount > oldest || isBound(scene, length)) return null;
  const old =
    saidOld(scene, length) ||
    cueAfter(scene, length, 'role.age', 1) !== null ||
    cueBefore(scene, length, 'role.born', 1) !== null;
  const turning = turns(scene, length, dates);
  const said = cueBefore(scene, length, 'role.age', 1) !== null && amount >= youngest;
  if (old || turning || said) return { years: Math.floor(amount) - (turning ? 1 : 0), full: true };
  const begins = isEmpty(scene, { from: partAround(scene, length.from).from, to: length.from });
  if (!begins || amount < longestStay || roleOf(scene, length, ['stay', 'other']) !== null) return null;
  return { years: Math.floor(amount), full: false };
}

/** "31 years old": the unit is part of the cue. */
function saidOld(scene: Scene, { from, to }: Span): boolean {
  return scene.marks.of('role.age.after').some((cue) => cue.from > from && cue.from < to && cue.to > to);
}

/** "turning 20 in march", "18 ans dans 2 mois": not yet. */
function turns(scene: Scene, span: Span, dates: readonly DateSaid[]): boolean {
  if (cueBefore(scene, span, 'role.turning', 2) !== null) return true;
  const part = partAround(scene, span.from);
  return dates.some(
    ({ said, from, to }) =>
      from >= span.to && from - span.to <= 1 && to <= part.to && said.kind === 'fixed' && said.day > scene.on,
  );
}

function agesWithoutUnit({ scene, bare, dates, asked }: Listening): Candidate[] {
  return bare.flatMap((number): Candidate[] => {
    const { value } = number;
    if (!Number.isInteger(value) || value > oldest || isDenied(scene, number)) return [];
    const turning = turns(scene, number, dates);
    const years = turning ? value - 1 : value;
    const told = { ...spanOf(number), field: 'age', value: years } as const;
    const old = cueAfter(scene, number, 'role.age') !== null;
    const said =
      (cueBefore(scene, number, 'role.age', 1) !== null || turning) && value >= youngest && endsThere(scene, number);
    if (old || said) return [{ ...told, cue: 'full' }];
    if (value >= grown && value <= likely && asked !== 'age' && isListed(scene, number, asked))
      return [{ ...told, cue: 'weak' }];
    return asked === 'age' &&
      (value >= youngest || scene.tokens.length === 1) &&
      roleOf(scene, number, ['other']) === null &&
      (endsThere(scene, number) || number.from === 0)
      ? [{ ...told, cue: 'asked' }]
      : [];
  });
}

/** "Nepali, 26": a number by itself, where no other number was asked for. */
function isListed(scene: Scene, number: Span, asked: string | null): boolean {
  const { from } = partAround(scene, number.from);
  const first = scene.tokens.slice(from, number.from).every(({ kind }) => kind === 'mark' || kind === 'stop');
  return first && !(asked !== null && counted.has(asked)) && standsAlone(scene, number) && scene.tokens.length > 1;
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
  return isBound(scene, number) || cueBefore(scene, number, 'deny', 1) !== null;
}

function birthdays({ scene, dates, asked }: Listening): Candidate[] {
  return dates.flatMap((date): Candidate[] => {
    if (date.said.kind !== 'day' || date.said.year === null) return [];
    const born = cueBefore(scene, date, 'role.born', 3) !== null;
    const long = Number(scene.on.slice(0, 4)) - date.said.year >= youngest;
    const day = daysOf(date.said, 'past', scene.on)?.first;
    if (day === undefined || day > scene.on || !(born || long)) return [];
    const asks = asked === 'age' || asked === 'birthDate';
    return [{ ...spanOf(date), field: 'birthDate', value: day, cue: born ? 'full' : asks ? 'asked' : 'weak' }];
  });
}

export function isBirthday(listening: Listening, date: DateSaid): boolean {
  return birthdays(listening).some((birthday) => overlap(birthday, date)) || isYear(date.said);
}

function isYear(said: Said): boolean {
  return said.kind === 'year';
}

function spanOf({ from, to }: Span): Span {
  return { from, to };
}
