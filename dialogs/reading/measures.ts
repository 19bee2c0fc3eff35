import recognizers from '@microsoft/recognizers-text-suite';
import { addDays, addMonths, day, parseDay, type Day } from '../../src/core/day.ts';
import { nearMeasures } from './near-measures.ts';

export type Span = { readonly from: Day | null; readonly until: Day; readonly before: string };

/** What the recognisers that botbuilder-dialogs brings see in a text, reduced to what a form needs. */
export type Measures = {
  /** Whole years of age named as such. */
  readonly ages: readonly number[];
  /** Lengths of time in months; weeks and days as parts of an average month. */
  readonly months: readonly number[];
  /** Single days, the earliest reading on or after the day of the turn; past days as they are. */
  readonly days: readonly Day[];
  /** Single days to come, with what stands before them: "until", a card, a stay. */
  readonly dates: readonly { readonly day: Day; readonly before: string }[];
  /** "from … to …", "until …": an open start is null. */
  readonly spans: readonly Span[];
  readonly numbers: readonly number[];
  /** Numbers that measure nothing, with what stands around them: "I am 24, from Brazil". */
  readonly bare: readonly { readonly value: number; readonly before: string; readonly after: string }[];
  /** Amounts with a currency, in euros with two places. */
  readonly amounts: readonly string[];
};

const averageMonth = 365.25 / 12;
/** Fewer years are a length of time: "2 ans" is seen as an age, too. */
const youngest = 14;

type Seen = {
  readonly start: number;
  readonly end: number;
  readonly typeName: string;
  readonly text: string;
  readonly resolution: Record<string, unknown> | null;
};

/**
 * Each kind is recognised when it is first asked for: a form that needs no amounts does not wait for them.
 * @param tells whether a word has a digit, or is one of a number, a date or a length of time: the recognisers read around these
 * @param culture the recognisers' name of the language, from its vocabulary (`en-us`)
 */
export function measure(text: string, tells: (word: string) => boolean, culture: string, on: Day): Measures {
  const { text: read, placeOf } = nearMeasures(text, tells);
  if (!worthReading(read)) return nothing;
  const textBefore = (at: number) => text.slice(0, placeOf(at)).slice(-farthestCue);
  const ageSpans = once(() =>
    seen(recognizers.recognizeAge(read, culture)).filter(
      ({ resolution }) => isYears(resolution?.['unit']) && Number(resolution?.['value']) >= youngest,
    ),
  );
  const times = once(() => timesIn(read, culture, on).filter((time) => !ageSpans().some((age) => overlap(age, time))));
  const ofKind = (kind: string) =>
    times()
      .filter(({ typeName }) => typeName.endsWith(kind))
      .map(valuesOf);
  const numbers = once(() => seen(recognizers.recognizeNumber(read, culture)));
  const amounts = once(() => seen(recognizers.recognizeCurrency(read, culture)));
  const valuesIn = (results: readonly Seen[]) => results.flatMap(({ resolution }) => numberOf(resolution?.['value']));
  return {
    get ages() {
      return ageSpans().flatMap(({ resolution }) => numberOf(resolution?.['value']));
    },
    get months() {
      return ofKind('.duration').flatMap(monthsOf);
    },
    get days() {
      return ofKind('.date').flatMap((values) => dayOf(values, on));
    },
    get dates() {
      return times()
        .filter(({ typeName }) => typeName.endsWith('.date'))
        .flatMap((time) => dayOf(valuesOf(time), on).map((date) => ({ day: date, before: textBefore(time.start) })))
        .filter((date) => date.day >= on);
    },
    get spans() {
      const ranges = times().filter(({ typeName }) => typeName.endsWith('.daterange'));
      const spans = ranges.flatMap((time) => spanOf(valuesOf(time), on, textBefore(time.start)));
      return betweenMonths(ranges, spans, (from, to) => text.slice(placeOf(from), placeOf(to))) ?? spans;
    },
    get numbers() {
      return valuesIn(numbers());
    },
    get bare() {
      // "10" alone is read as a time of day, which no form asks for.
      const dated = times().filter(({ typeName }) => !typeName.endsWith('.time'));
      const units = [...ageSpans(), ...dated, ...amounts()];
      return numbers()
        .filter((number) => !units.some((unit) => overlap(unit, number)))
        .filter(({ text }) => /\d/.test(text) || text.length > longestArticle)
        .flatMap(({ start, end, resolution }) =>
          numberOf(resolution?.['value']).map((value) => ({
            value,
            before: textBefore(start),
            after: text.slice(placeOf(end) + 1),
          })),
        );
    },
    get amounts() {
      return valuesIn(amounts()).map((euros) => euros.toFixed(2));
    },
  };
}

/** What is said before a number says what it is no farther away than this. */
const farthestCue = 300;

/** What is measured in a text that tells of no number and no time. */
export const nothing: Measures = {
  ages: [],
  months: [],
  days: [],
  spans: [],
  dates: [],
  numbers: [],
  bare: [],
  amounts: [],
};

/** "un devis", "one question": no number is told. Longer words for numbers are. */
const longestArticle = 3;

/** The recogniser throws on "until the end of the year" and its like: no time is read then, and the form asks. */
function timesIn(text: string, culture: string, on: Day): readonly Seen[] {
  try {
    return seen(recognizers.recognizeDateTime(text, culture, undefined, noonOf(on)));
  } catch {
    return [];
  }
}

function once<T>(compute: () => T): () => T {
  let kept: { readonly value: T } | null = null;
  return () => (kept ??= { value: compute() }).value;
}

/** Loads a language's recognisers: the first use of one takes a second, which no student should wait for. */
export function warmMeasures(culture: string): void {
  const measures = measure('1', () => false, culture, day('2026-01-01'));
  // Reading a kind is what loads its recogniser.
  for (const kind of ['ages', 'months', 'numbers', 'amounts'] as const) measures[kind].at(0);
}

/** A digit or a word: emoji and punctuation need no recogniser. */
function worthReading(text: string): boolean {
  return /\d|\p{L}{2}/u.test(text);
}

function seen(results: readonly unknown[]): readonly Seen[] {
  return results as readonly Seen[];
}

function overlap(a: Seen, b: Seen): boolean {
  return a.start <= b.end && b.start <= a.end;
}

function isYears(unit: unknown): boolean {
  return typeof unit === 'string' && /^(year|an|ann)/i.test(unit);
}

function numberOf(value: unknown): number[] {
  const number = typeof value === 'string' ? Number(value) : Number.NaN;
  return Number.isFinite(number) ? [number] : [];
}

type Value = Readonly<Record<string, string | undefined>>;

function valuesOf(time: Seen): readonly Value[] {
  return (time.resolution?.['values'] ?? []) as readonly Value[];
}

/** `P10M`, `P3W`, `P1Y` (ISO 8601). Ten years and more is an age or a mistake, not a stay. */
function monthsOf(values: readonly Value[]): number[] {
  const match = /^P(\d+(?:\.\d+)?)([YMWD])$/.exec(values[0]?.['timex'] ?? '');
  if (match === null) return [];
  const amount = Number(match[1]);
  const months = { Y: amount * 12, M: amount, W: (amount * 7) / averageMonth, D: amount / averageMonth }[
    match[2] as 'Y' | 'M' | 'W' | 'D'
  ];
  return months > 0 && months < 120 ? [Math.round(months * 100) / 100] : [];
}

function dayOf(values: readonly Value[], on: Day): Day[] {
  const days = values.flatMap((value) => parseDay(value['value'] ?? '') ?? []);
  const next = days.find((candidate) => candidate >= on) ?? days.at(-1);
  return next === undefined ? [] : [next];
}

/** The recognisers' end is the first day after; "until June" is read as until its last day, the longer stay. */
function spanOf(values: readonly Value[], on: Day, before: string): Span[] {
  const spans = values.flatMap((value) => {
    const end = parseDay(value['end'] ?? '');
    // "until 2027" may mean either end of that year.
    if (end === null || /^\d{4}$/.test(value['timex'] ?? '')) return [];
    const start = parseDay(value['start'] ?? '');
    const until = openMonth(value) ? lastOfMonth(end) : wholeMonth(value) ? addDays(end, -1) : end;
    return [{ from: wholeMonth(value) ? null : start, until, before }];
  });
  const next = spans.find((span) => span.until >= on) ?? spans.at(-1);
  return next === undefined ? [] : [startsBefore(next, spans)];
}

function lastOfMonth(date: Day): Day {
  const first = addDays(date, 1 - Number(date.slice(8)));
  return addDays(addMonths(first, 1), -1);
}

/** "from 1 September to 20 December" is resolved with the years mixed up: the start is the last one before the end. */
function startsBefore(span: Span, spans: readonly Span[]): Span {
  if (span.from === null || span.from <= span.until) return span;
  const { until } = span;
  return { ...span, from: spans.findLast(({ from }) => from !== null && from < until)?.from ?? null };
}

/** "from September to June" is seen as two months: the end is the next one, the start the last one before it. */
function betweenMonths(
  ranges: readonly Seen[],
  spans: readonly Span[],
  textBetween: (from: number, to: number) => string,
): Span[] | null {
  const [first, last] = ranges;
  const [start, end] = spans;
  if (ranges.length !== 2 || first === undefined || last === undefined || !start || !end) return null;
  const between = textBetween(first.end + 1, last.start)
    .split(/[^\p{L}]+/u)
    .filter(Boolean);
  if (between.length > mostBetween || !valuesOf(first).every(wholeMonth)) return null;
  if (!valuesOf(last).every((value) => wholeMonth(value) || openMonth(value))) return null;
  const from = valuesOf(first)
    .flatMap((value) => parseDay(value['start'] ?? '') ?? [])
    .findLast((date) => date < end.until);
  return from === undefined ? null : [{ from, until: end.until, before: start.before }];
}

/** "to", "jusqu'en": with more in between, two dates are told. */
const mostBetween = 2;

function openMonth(value: Value): boolean {
  return value['Mod'] === 'before' && /^(XXXX|\d{4})-\d\d$/.test(value['timex'] ?? '');
}

function wholeMonth(value: Value): boolean {
  return value['Mod'] === undefined && /^(XXXX|\d{4})-\d\d$/.test(value['timex'] ?? '');
}

/** Local noon: the recognisers read the calendar day of a local time. */
function noonOf(on: Day): Date {
  return new Date(Number(on.slice(0, 4)), Number(on.slice(5, 7)) - 1, Number(on.slice(8, 10)), 12);
}
