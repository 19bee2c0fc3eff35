import { addDays, addMonths, type Day } from '../core/day.ts';
import type { PartOfMonth, Said } from './calendar.ts';
import { figuresOf } from './figures.ts';
import { averageMonth, monthsIn, type LengthSaid } from './lengths.ts';
import type { Span } from './lexicon.ts';
import { isSpelledYear, isYear, type NumberSaid } from './numbers.ts';
import { joinedBy, skipped } from './joined.ts';
import { weekBeside } from './near-weeks.ts';
import { nearYearOf } from './near-years.ts';
import { cueAfter, cueBefore, cueLeading } from './roles.ts';
import type { Scene } from './scene.ts';

export type Found = Span & { readonly said: Said; readonly bare?: boolean };

/** Everything that may be a date: figures, months, feasts, days of the week, "yesterday", "two weeks ago", years. */
export function datesSaid(scene: Scene, numbers: readonly NumberSaid[], lengths: readonly LengthSaid[]): Found[] {
  return [
    ...inFigures(scene),
    ...months(scene, numbers),
    ...nearMonths(scene, numbers),
    ...feasts(scene, numbers),
    ...weekdays(scene),
    ...nearDays(scene),
    ...counted(scene, lengths),
    ...years(scene, numbers),
    ...spaced(scene, numbers),
  ];
}

/** "14 07 2004", as a birthday is typed. */
function spaced(scene: Scene, numbers: readonly NumberSaid[]): Found[] {
  if (dayBehind(scene)) return [];
  return numbers.flatMap((day, at): Found[] => {
    const [month, year] = [numbers[at + 1], numbers[at + 2]];
    if (month === undefined || year === undefined || day.inWords || !isDayOfMonth(day)) return [];
    if (!isMonth(month) || !isYear(year) || month.from !== day.to || year.from !== month.to) return [];
    return [
      { from: day.from, to: year.to, said: { kind: 'day', year: year.value, month: month.value, day: day.value } },
    ];
  });
}

function inFigures(scene: Scene): Found[] {
  const order = scene.language.data.dateOrder;
  return scene.tokens.flatMap((token, from) => {
    const said = token.kind === 'date' ? figuresOf(token.text, order, scene.on) : null;
    return said === null ? [] : [{ from, to: from + 1, said }];
  });
}

/** "the 11th of this month", "le mois dernier". */
function nearMonths(scene: Scene, numbers: readonly NumberSaid[]): Found[] {
  return Object.keys(scene.language.data.dates.nearMonths).flatMap((months) =>
    scene.marks.of(`nearMonth.${months}`).map((span) => {
      const [year = 0, month = 0] = addMonths(scene.on, Number(months)).split('-').map(Number);
      const found = monthAt(scene, span, month, numbers);
      return 'month' in found.said ? { ...found, said: { ...found.said, year } } : found;
    }),
  );
}

function months(scene: Scene, numbers: readonly NumberSaid[]): Found[] {
  return Object.keys(scene.language.data.dates.months).flatMap((month) =>
    scene.marks.of(`month.${month}`).map((span) => monthAt(scene, span, Number(month), numbers)),
  );
}

/** "5 october", "october 5th", "the 1st of september 2026", "end of april", "mid june", and any of them "last year". */
function monthAt(scene: Scene, span: Span, month: number, numbers: readonly NumberSaid[]): Found {
  return inNearYear(scene, monthNamed(scene, span, month, numbers));
}

function inNearYear(scene: Scene, found: Found): Found {
  if (!('year' in found.said) || found.said.kind === 'year' || found.said.year !== null) return found;
  const year = nearYearOf(scene, found);
  return year === undefined
    ? found
    : { from: year.from, to: year.to, said: { ...found.said, year: year.value }, bare: false };
}

function monthNamed(scene: Scene, span: Span, month: number, numbers: readonly NumberSaid[]): Found {
  const part = partBefore(scene, span.from);
  const before = [...numbers.filter(isDayOfMonth), ...ordinalsIn(scene)].find(
    (number) =>
      joinedBy(scene, number.to, span.from, 'date.between') &&
      // "I turn 27 next month", "turned 25 last month".
      cueBefore(scene, number, 'role.turning') === null &&
      cueBefore(scene, number, 'role.age') === null,
  );
  const next = numbers.find(
    (number) =>
      number.from === span.to &&
      !number.inWords &&
      !isCounted(scene, number) &&
      cueAfter(scene, number, 'role.age') === null,
  );
  const short = next !== undefined && isShortYear(next) && (before !== undefined || part !== null || !dayBehind(scene));
  const behind =
    next !== undefined && !short && isDayOfMonth(next) && before === undefined && dayBehind(scene) ? next : undefined;
  const last = behind ?? (before === undefined ? ordinalBehind(scene, span) : undefined);
  const dayed = before ?? last;
  const end = last === undefined ? span.to : skipped(scene, last.to, 'date.between');
  const ahead = yearAhead(scene, part?.from ?? span.from, numbers);
  const after = short
    ? { to: next.to, value: 2000 + next.value }
    : yearBehind(scene, end, numbers, dayed !== undefined);
  const year = ahead ?? after ?? yearOfOther(scene, span, month);
  const to = ahead === undefined ? (after?.to ?? end) : end;
  if (dayed !== undefined) {
    const from = Math.min(dayed.from, ahead?.from ?? span.from, span.from);
    return { from, to, said: { kind: 'day', year: year?.value ?? null, month, day: dayed.value } };
  }
  const from = ahead?.from ?? part?.from ?? span.from;
  const said = { kind: 'month', year: year?.value ?? null, month, part: part?.part ?? null } as const;
  return { from, to, said, bare: part === null && year === undefined };
}

/** "Next November", told in November, is a year off, and so is "last November". */
function yearOfOther(scene: Scene, { from, to }: Span, month: number): { to: number; value: number } | undefined {
  const [year = 0, now = 0] = scene.on.split('-').map(Number);
  const said = (name: string) => scene.marks.of(name).some((mark) => mark.to === from || mark.from === to);
  if (month !== now) return undefined;
  if (said('date.next')) return { to, value: year + 1 };
  return said('date.last') ? { to, value: year - 1 } : undefined;
}

/** "2026", "two thousand and five", and behind a day "05" and "98". */
function yearBehind(
  scene: Scene,
  at: number,
  numbers: readonly NumberSaid[],
  dayed: boolean,
): Pick<NumberSaid, 'to' | 'value'> | undefined {
  const next = numbers.find((number) => joinedBy(scene, at, number.from, 'date.between'));
  if (next === undefined || isMoney(scene, next)) return undefined;
  if (isYear(next) || isSpelledYear(next)) return next;
  const figures = scene.tokens[next.from]?.text ?? '';
  if (!dayed || next.inWords || isCounted(scene, next) || !/^[06-9]\d$/.test(figures)) return undefined;
  return { to: next.to, value: (figures.startsWith('0') ? 2000 : 1900) + next.value };
}

/** "九月五号", "october fifth". */
function ordinalBehind(scene: Scene, { to }: Span): NumberSaid | undefined {
  return dayBehind(scene) ? ordinalsIn(scene).find(({ from }) => from === to) : undefined;
}

/** "2026年9月1日": the year stands before, in languages that go from the large to the small. */
function yearAhead(scene: Scene, at: number, numbers: readonly NumberSaid[]): NumberSaid | undefined {
  if (!dayBehind(scene)) return undefined;
  return numbers.find((number) => isYear(number) && joinedBy(scene, number.to, at, 'date.between'));
}

/** "One may ask" is no day. */
export function isDayOfMonth({ value, inWords }: NumberSaid): boolean {
  return Number.isInteger(value) && value >= (inWords ? 2 : 1) && value <= 31;
}

export function ordinalsIn(scene: Scene): NumberSaid[] {
  return scene.marks.valued('ordinal').map((span) => ({ ...span, inWords: true }));
}

function dayBehind(scene: Scene): boolean {
  return scene.language.data.dates.dayBehind;
}

/** "30 sept 28", "mars 27": a year of this generation. */
function isShortYear({ value, inWords }: NumberSaid): boolean {
  return Number.isInteger(value) && value >= 20 && value <= 45 && !inWords;
}

/** "october 5 months": the number counts what stands behind it. */
export function isCounted(scene: Scene, number: NumberSaid): boolean {
  const counting = isYear(number) ? unitNames.filter((unit) => unit !== 'year') : unitNames;
  return counting.some((unit) => scene.marks.of(`unit.${unit}`).some(({ from }) => from === number.to));
}

const unitNames = ['hour', 'day', 'night', 'week', 'month', 'semester', 'year'];

export function partBefore(scene: Scene, at: number): (Span & { readonly part: PartOfMonth }) | null {
  for (const part of ['start', 'middle', 'end'] as const) {
    const span = scene.marks.of(`date.${part}`).find(({ to }) => joinedBy(scene, to, at, 'date.between'));
    if (span !== undefined) return { ...span, part };
  }
  return null;
}

function feasts(scene: Scene, numbers: readonly NumberSaid[]): Found[] {
  return Object.keys(scene.language.data.dates.feasts).flatMap((feast) =>
    scene.marks.of(`feast.${feast}`).map((span) => {
      const ahead = yearAhead(scene, span.from, numbers);
      const next = numbers.find((number) => isYear(number) && number.from === span.to);
      const year = (ahead ?? next)?.value ?? null;
      const [month, dayOfMonth] = feast.split('-').map(Number);
      const said: Said =
        feast === 'easter' ? { kind: 'easter', year } : { kind: 'day', year, month: month ?? 0, day: dayOfMonth ?? 0 };
      return inNearYear(scene, { from: ahead?.from ?? span.from, to: next?.to ?? span.to, said });
    }),
  );
}

function weekdays(scene: Scene): Found[] {
  return Object.keys(scene.language.data.dates.weekdays).flatMap((weekday) =>
    scene.marks.of(`weekday.${weekday}`).flatMap((span): Found[] => {
      // "It was a Sunday" names no day.
      const article = scene.marks.of('number.article').find(({ to }) => to === span.from);
      if (article !== undefined && !joinedBy(scene, article.from, span.from, 'date.between')) return [];
      if (cueBefore(scene, span, 'role.every') !== null) return [];
      const which = (['next', 'last'] as const).find((name) =>
        scene.marks.of(`date.${name}`).some(({ from, to }) => to === span.from || from === span.to),
      );
      const near = weekBeside(scene, span);
      if (near !== undefined) {
        const said = { kind: 'weekday', weekday: Number(weekday), which: null, week: near.value } as const;
        return [{ from: Math.min(span.from, near.from), to: Math.max(span.to, near.to), said }];
      }
      const said: Said = { kind: 'weekday', weekday: Number(weekday), which: which ?? null };
      // "From next Monday" begins at "next".
      const ahead =
        which === undefined ? undefined : scene.marks.of(`date.${which}`).find(({ to }) => to === span.from);
      return [{ from: ahead?.from ?? span.from, to: span.to, said }];
    }),
  );
}

function nearDays(scene: Scene): Found[] {
  return Object.keys(scene.language.data.dates.near).flatMap((days) =>
    scene.marks
      .of(`near.${days}`)
      .map((span) => ({ ...span, said: { kind: 'fixed', day: addDays(scene.on, Number(days)) } as const })),
  );
}

/** "2 weeks ago", "in 3 days". */
function counted(scene: Scene, lengths: readonly LengthSaid[]): Found[] {
  return lengths.flatMap((length): Found[] => {
    const ago = cueLeading(scene, length, 'date.ago') ?? cueAfter(scene, length, 'date.ago');
    const ahead = cueLeading(scene, length, 'date.ahead') ?? cueAfter(scene, length, 'date.ahead');
    const cue = ago ?? ahead;
    if (cue === null || length.unit === 'hour' || isRangeBehind(scene, cue, length)) return [];
    if (isBeforeElse(scene, cue)) return [];
    const span = { from: Math.min(cue.from, length.from), to: Math.max(cue.to, length.to) };
    return [{ ...span, said: { kind: 'fixed', day: moved(scene.on, length, ago === null ? 1 : -1) } }];
  });
}

/** "tres semanas antes" is ago, "tres semanas antes de irme" is before something else. */
function isBeforeElse({ marks }: Scene, cue: Span): boolean {
  return marks.of('shift.before').some(({ from, to }) => from === cue.from && to > cue.to);
}

/** "tra cinque e sei mesi": between, not in. */
function isRangeBehind(scene: Scene, cue: Span, { amount, most }: LengthSaid): boolean {
  return amount !== most && scene.marks.of('both.open').some(({ from, to }) => from === cue.from && to === cue.to);
}

function moved(on: Day, { amount, unit }: LengthSaid, sign: 1 | -1): Day {
  const days = { day: 1, night: 1, week: 7 }[unit as string];
  if (days !== undefined) return addDays(on, sign * Math.round(amount * days));
  const months = monthsIn(amount, unit);
  const whole = Math.trunc(months);
  return addDays(addMonths(on, sign * whole), sign * Math.round((months - whole) * averageMonth));
}

function years(scene: Scene, numbers: readonly NumberSaid[]): Found[] {
  return numbers
    .filter((number) => isYear(number) && !isCounted(scene, number) && !isMoney(scene, number))
    .map(({ from, to: end, value: year }) => {
      // "2029年".
      const to = scene.marks.of('unit.year').find((unit) => unit.from === end)?.to ?? end;
      const month = numbers.find((number) => number.to === from && isMonth(number));
      if (month !== undefined)
        return { from: month.from, to, said: { kind: 'month', year, month: month.value, part: null } };
      const part = partBefore(scene, from);
      return part === null
        ? { from, to, said: { kind: 'year', year } }
        : { from: part.from, to, said: { kind: 'month', year, month: monthOf[part.part], part: null } };
    });
}

/** "The end of 2029" is its last month. */
const monthOf: Readonly<Record<PartOfMonth, number>> = { start: 1, middle: 6, end: 12 };

/** "12 2027". */
function isMonth({ value, inWords }: NumberSaid): boolean {
  return Number.isInteger(value) && value >= 1 && value <= 12 && !inWords;
}

export function isMoney(scene: Scene, number: NumberSaid): boolean {
  return ['euro', 'other'].some((name) =>
    scene.marks.of(`money.${name}`).some(({ from, to }) => from === number.to || to === number.from),
  );
}
