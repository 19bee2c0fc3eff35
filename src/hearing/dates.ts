import type { Said } from './calendar.ts';
import { datesSaid, isCounted, isDayOfMonth, isMoney, ordinalsIn, partBefore, type Found } from './date-words.ts';
import { joinedBy, skipped } from './joined.ts';
import type { LengthSaid } from './lengths.ts';
import { overlap, within, type Span } from './lexicon.ts';
import type { NumberSaid } from './numbers.ts';
import { cueAfter, cueBefore } from './roles.ts';
import { correctionsIn, endsThere, isEmpty, standsAlone, type Scene } from './scene.ts';
import { withShifts } from './shifts.ts';

/** A date that was said, and which end of a time it is said to be. */
export type DateSaid = Span & {
  readonly said: Said;
  readonly edge: 'until' | 'from' | 'since' | null;
  /** Where the words begin that a time lasts until, when they stand before its date. */
  readonly lasting: number | null;
  /** The other end of "from … to …": where it stands. */
  readonly pair: number | null;
};

/** Dates in the order of the text. No month is read where nothing says that it is one: "you may ask". */
export function datesIn(
  scene: Scene,
  numbers: readonly NumberSaid[],
  lengths: readonly LengthSaid[],
): readonly DateSaid[] {
  const found = datesSaid(scene, numbers, lengths).sort((a, b) => a.from - b.from || b.to - a.to);
  const free = found.filter((date) => date.said.kind === 'fixed' || !lengths.some((length) => overlap(length, date)));
  const first = free.filter((date, at) => !free.slice(0, at).some((before) => overlap(before, date)));
  const weekdays = withTheirDays(scene, withWeekdays(scene, first), numbers);
  const apart = withShifts(scene, weekdays, lengths);
  const ranged = withDaysBefore(scene, apart, numbers);
  const whole = [...ranged, ...daysOfMonthSaid(scene, ranged, numbers, lengths)]
    .sort((a, b) => a.from - b.from)
    .map((date, at, all) => ({ ...date, ...edgeOf(scene, date, all[at - 1]) }));
  return pairs(scene, whole).filter((date) => isMeant(scene, date));
}

/** "Friday the 18th of December" is one day. */
function withWeekdays(scene: Scene, dates: readonly Found[]): Found[] {
  return dates.flatMap((date, at): Found[] => {
    const [before, next] = [dates[at - 1], dates[at + 1]];
    if (date.said.kind === 'weekday' && next !== undefined && nthWeekday(scene, date, next) !== null) return [];
    if (date.said.kind === 'month' && before !== undefined) return [nthWeekday(scene, before, date) ?? date];
    if (date.said.kind === 'weekday' && next?.said.kind === 'day' && isOneDay(scene, date, next)) return [];
    if (date.said.kind === 'day' && before?.said.kind === 'weekday' && isOneDay(scene, before, date))
      return [{ ...date, from: before.from }];
    return [date];
  });
}

/** "Friday the 27th", "vendredi 27": the day of a month that is not named, and counts nothing else. */
function withTheirDays(scene: Scene, dates: readonly Found[], numbers: readonly NumberSaid[]): Found[] {
  const days = [...numbers.filter((number) => isDayOfMonth(number) && !number.inWords), ...ordinalsIn(scene)].filter(
    (number) =>
      !dates.some((date) => overlap(date, number)) &&
      !isCounted(scene, number) &&
      !isMoney(scene, number) &&
      endsThere(scene, { from: number.from, to: skipped(scene, number.to, 'date.between') }),
  );
  return dates.map((date) => {
    if (date.said.kind !== 'weekday' || date.said.which !== null) return date;
    const own = days.find((number) => isDayOfIt(scene, date, number));
    return own === undefined
      ? date
      : { ...date, to: skipped(scene, own.to, 'date.between'), said: { ...date.said, day: own.value } };
  });
}

/** Right behind it, and behind a comma only with an article: "Friday, the 27th". */
function isDayOfIt(scene: Scene, weekday: Span, number: Span): boolean {
  const last = scene.tokens[number.from - 1]?.kind;
  return isOneDay(scene, weekday, number) && last !== 'mark' && last !== 'stop';
}

/** "The first Monday of September". */
function nthWeekday(scene: Scene, weekday: Found, month: Found): Found | null {
  if (weekday.said.kind !== 'weekday' || month.said.kind !== 'month' || !isOneDay(scene, weekday, month)) return null;
  if (weekday.said.which === 'last') {
    const { year, month: number } = month.said;
    const said = { kind: 'nth-weekday', year, month: number, weekday: weekday.said.weekday, nth: -1 } as const;
    return { from: weekday.from, to: month.to, said };
  }
  const nth = ordinalsIn(scene).find(({ to }) => to === weekday.from);
  if (nth === undefined || nth.value > mostInMonth) return null;
  const { year, month: number } = month.said;
  const said = { kind: 'nth-weekday', year, month: number, weekday: weekday.said.weekday, nth: nth.value } as const;
  return { from: nth.from, to: month.to, said };
}

const mostInMonth = 4;

function isOneDay(scene: Scene, weekday: Span, date: Span): boolean {
  return joinedBy(scene, weekday.to, date.from, 'date.between');
}

/** "in on the 7th of May, out on the 12th": a day alone is of the month that was said before it, where a cue says that it is a day. */
function daysOfMonthSaid(
  scene: Scene,
  dates: readonly Found[],
  numbers: readonly NumberSaid[],
  lengths: readonly LengthSaid[],
): Found[] {
  const free = [...numbers.filter((number) => isDayOfMonth(number) && !number.inWords), ...ordinalsIn(scene)].filter(
    (number) =>
      ![...dates, ...lengths].some((span) => overlap(span, number)) &&
      !isCounted(scene, number) &&
      // "A visit of 10 minutes".
      cueAfter(scene, number, 'role.notPrice') === null &&
      !isMoney(scene, number),
  );
  return free.flatMap((number): Found[] => {
    const said = dates.findLast((date) => date.to <= number.from && 'month' in date.said)?.said;
    if (said === undefined || !('month' in said)) return [];
    const starts = [number.from, startOf(scene, number.from)];
    const cued = (['until', 'from', 'since', 'on'] as const).some((name) =>
      starts.some((from) => cueBefore(scene, { from, to: number.to }, `date.${name}`) !== null),
    );
    const instead = !cued && isOnlyInstead(scene, number, dates, numbers);
    const year = said.year;
    return cued || instead
      ? [{ from: number.from, to: number.to, said: { kind: 'day', year, month: said.month, day: number.value } }]
      : [];
  });
}

/** "Paid on 21 November, sorry, 20": where no other number is said, the one behind a correction puts the day right. */
function isOnlyInstead(scene: Scene, number: Span, dates: readonly Found[], numbers: readonly NumberSaid[]): boolean {
  const alone = numbers.every((other) => other.from === number.from || dates.some((date) => overlap(date, other)));
  const corrections = correctionsIn(scene).filter(({ to }) => to <= number.from);
  const first = corrections.find(
    ({ from }) =>
      isEmpty(scene, { from, to: number.from }, corrections) && dates.some(({ to }) => joins(scene, to, from)),
  );
  return alone && first !== undefined;
}

function joins(scene: Scene, from: number, to: number): boolean {
  return from <= to && isEmpty(scene, { from, to });
}

/** "from 2 to 6 november": the first day is of the same month. */
function withDaysBefore(scene: Scene, dates: readonly Found[], numbers: readonly NumberSaid[]): Found[] {
  const added = dates.flatMap((date): Found[] => {
    if (date.said.kind !== 'day') return [];
    const first = [...numbers.filter(isDayOfMonth), ...ordinalsIn(scene)].find(
      (number) => isRange(scene, number, date.from) && !dates.some((other) => overlap(other, number)),
    );
    return first === undefined ? [] : [{ from: first.from, to: first.to, said: { ...date.said, day: first.value } }];
  });
  return [...dates, ...added].sort((a, b) => a.from - b.from);
}

function isRange(scene: Scene, first: Span, to: number): boolean {
  const from = first.to;
  if (from > to) return false;
  if (from === to && isArrow(scene, to)) return true;
  if (to - from === 1 && /^[-–—/]$/.test(scene.tokens[from]?.text ?? '')) return true;
  const behind = skipped(scene, from, 'date.between');
  // "On the 22nd, before Christmas" is no time from one to the other.
  const at = scene.tokens.slice(from, behind).some(({ kind }) => kind === 'mark') ? from : behind;
  const opened = scene.marks.of('both.open').some((span) => joinedBy(scene, span.to, first.from, 'date.between'));
  if (
    opened &&
    scene.marks.of('both.join').some((span) => span.from === at && joinedBy(scene, span.to, to, 'date.between'))
  )
    return true;
  return ['number.range', 'date.until.before'].some((name) =>
    scene.marks
      .of(name)
      .some((span) => (span.from === at || span.from === from) && joinedBy(scene, span.to, to, 'date.between')),
  );
}

/** "October-March", "octobre → mars": a hyphen between words and an arrow are no tokens. */
function isArrow({ text, tokens }: Scene, to: number): boolean {
  return /^\s*[-–—→⇒➔➡]\s*$/u.test(text.slice(tokens[to - 1]?.end, tokens[to]?.start));
}

/** "As long as my placement lasts, so until it is over, in April": the mark of what a time lasts until, said in words before its date. */
function lastingBefore(scene: Scene, date: Span): Span | undefined {
  const { marks, sentences } = scene;
  return marks.of('date.lasting').findLast((mark) => {
    if (mark.to > date.from || sentences[mark.from] !== sentences[date.from]) return false;
    const between = { from: mark.to, to: date.from };
    const turns = marks.of('join.turn').filter((turn) => within(turn, between));
    const selves = marks.of('speaker.self');
    // "Until my visa ends, but I came in May" goes on about something else.
    const other = turns.some(({ to }) => selves.some(({ from }) => from === to));
    return !other && !marks.of('role.arrive.before').some((arrival) => within(arrival, between));
  });
}

function edgeOf(scene: Scene, date: Found, before?: Found): Pick<DateSaid, 'edge' | 'lasting'> {
  const starts = [date.from, startOf(scene, date.from)];
  for (const edge of ['until', 'since', 'from'] as const) {
    const name = `date.${edge}`;
    const isBefore = starts.some((from) => cueBefore(scene, { from, to: date.to }, name) !== null);
    if (isBefore || cueAfter(scene, date, name) !== null) return { edge, lasting: null };
  }
  const lasting = lastingBefore(scene, date);
  // "Until January, and the exam is in February": it has its date.
  if (lasting === undefined || (before !== undefined && before.from >= lasting.to))
    return { edge: null, lasting: null };
  return { edge: 'until', lasting: lasting.from };
}

/** Before "the", "le" and the like. */
function startOf(scene: Scene, at: number): number {
  const before = scene.marks.of('date.between').find(({ to }) => to === at);
  const part = partBefore(scene, before?.from ?? at);
  return part === null ? (before?.from ?? at) : part.from;
}

type Edged = Found & Pick<DateSaid, 'edge' | 'lasting'>;

function pairs(scene: Scene, dates: readonly Edged[]): (DateSaid & { readonly bare?: boolean })[] {
  return dates.map((date, at) => {
    const next = dates[at + 1];
    const before = dates[at - 1];
    if (next !== undefined && isPair(scene, date, next)) return { ...date, edge: 'from', pair: at + 1 };
    if (before !== undefined && isPair(scene, before, date)) return { ...date, edge: 'until', pair: at - 1 };
    // "Until June or July".
    if (
      before !== undefined &&
      date.edge === null &&
      isEither(scene, before, date) &&
      isRange(scene, before, date.from)
    )
      return { ...date, edge: before.edge, pair: null };
    return { ...date, pair: null };
  });
}

function isPair(scene: Scene, first: Edged, last: Edged): boolean {
  if (first.edge === 'until' || last.said.kind === 'weekday' || isEither(scene, first, last)) return false;
  const begins = first.edge === 'from' || first.edge === 'since';
  // "De la mi-mars à la mi-juin": the "à la" is part of the second.
  if (begins && first.to === last.from && scene.marks.of('number.range').some(({ from }) => from === last.from))
    return true;
  return isRange(scene, first, last.from) || (begins && last.edge === 'until' && near(first, last));
}

/** "The 3rd or the 6th of June" is one of two days, and no time from one to the other. */
function isEither({ marks }: Scene, { to }: Span, { from }: Span): boolean {
  return marks.of('number.or').some((or) => or.from >= to && or.to <= from);
}

/** "from september and until june". */
function near(first: Span, last: Span): boolean {
  return last.from - first.to <= 3;
}

/** A month by its name alone is one behind "in", as an end of a time, with "arrived" right behind it, or by itself. */
function isMeant(scene: Scene, date: DateSaid & { readonly bare?: boolean }): boolean {
  if (date.bare !== true || date.edge !== null || date.pair !== null) return true;
  const led = scene.marks.of('date.lead').some(({ to }) => to === date.from);
  const which = ['next', 'last'].some((name) =>
    scene.marks.of(`date.${name}`).some(({ from, to }) => to === date.from || from === date.to),
  );
  const arrived = cueAfter(scene, date, 'role.arrive') !== null;
  return led || which || arrived || standsAlone(scene, date);
}
