import { overlap, type Span } from './lexicon.ts';
import { isYear, type NumberSaid } from './numbers.ts';
import type { Scene } from './scene.ts';

export const units = ['hour', 'day', 'night', 'week', 'month', 'semester', 'year'] as const;
export type Unit = (typeof units)[number];

/** A length of time as it was said: so many of a unit. `most` is the end of "3 to 4 months". */
export type LengthSaid = Span & {
  readonly amount: number;
  readonly most: number;
  readonly unit: Unit;
  /** "a month", which behind a number is a rate. */
  readonly article: boolean;
};

export const averageMonth = 365.25 / 12;
/** A semester counts five months: two of them are an academic year. */
const inMonths: Readonly<Record<Unit, number>> = {
  hour: 1 / 24 / averageMonth,
  day: 1 / averageMonth,
  night: 1 / averageMonth,
  week: 7 / averageMonth,
  month: 1,
  semester: 5,
  year: 12,
};

export function monthsOf({ amount, most, unit }: Pick<LengthSaid, 'amount' | 'most' | 'unit'>): number {
  return round(((amount + most) / 2) * inMonths[unit]);
}

export function monthsIn(amount: number, unit: Unit): number {
  return round(amount * inMonths[unit]);
}

/** Lengths in the order of the text; "500 a month" and "20 hours per week" hold no month and no week. */
export function lengthsIn(scene: Scene, numbers: readonly NumberSaid[]): readonly LengthSaid[] {
  const counted = [...unitSpans(scene)].flatMap((unit) => counting(scene, unit, numbers) ?? []);
  // "A school year" is no year.
  const all = [...named(scene), ...counted].sort((a, b) => a.from - b.from || b.to - a.to);
  const apart = all.filter((length, at) => !all.slice(0, at).some((before) => overlap(before, length)));
  return added(scene, apart).filter((length) => !isRate(scene, length, numbers));
}

type UnitSpan = Span & { readonly unit: Unit };

function* unitSpans(scene: Scene): Generator<UnitSpan> {
  // "L'an dernier" counts no year.
  const near = scene.marks.valued('nearYear');
  for (const unit of units)
    for (const span of scene.marks.of(`unit.${unit}`))
      if (!isNameOfYear(scene, span) && !near.some((year) => overlap(year, span))) yield { ...span, unit };
}

/** The "M" of "an M1" counts no month. */
function isNameOfYear({ tokens, marks }: Scene, { from }: Span): boolean {
  return tokens[from]?.text.length === 1 && marks.of('named').some((name) => name.from === from);
}

/** The number before a unit, with "full" or a range in between, and a half behind it. */
function counting(scene: Scene, unit: UnitSpan, numbers: readonly NumberSaid[]): LengthSaid | null {
  const { marks } = scene;
  const half = marks.of('half.after').find(({ from }) => from === unit.to);
  const halfBefore = marks
    .of('half.before')
    // "Two and a half months" are more than half a month.
    .find(({ to }) => to === unit.from && !numbers.some((number) => isHalfMark(scene, number.to, to)));
  const end = half?.to ?? unit.to;
  if (halfBefore !== undefined)
    return { from: halfBefore.from, to: end, amount: 0.5, most: 0.5, unit: unit.unit, article: false };
  const start = leadOf(scene, unit.from);
  const more = half === undefined ? 0 : 0.5;
  // "Half a dozen" is no dozen.
  const [about] = marks
    .valued('about')
    .filter(({ to }) => to === start)
    .sort((a, b) => a.from - b.from);
  if (about !== undefined)
    return { from: about.from, to: end, amount: about.value, most: about.value, unit: unit.unit, article: false };
  const number = numbers.find(
    ({ to }) =>
      to === start ||
      (to === start - 1 && (isHalfMark(scene, to, start) || isHyphen(scene, to) || scene.tokens[to]?.text === ')')),
  );
  if (number !== undefined) {
    if (unit.unit === 'year' && isYear(number)) return null;
    const range = rangeBefore(scene, number, numbers) ?? spelledBefore(scene, number, numbers);
    const between = isHalfMark(scene, number.to, unit.from) ? 0.5 : 0;
    return {
      from: range?.from ?? number.from,
      to: end,
      amount: (range?.value ?? number.value) + more + between,
      most: number.value + more + between,
      unit: unit.unit,
      article: false,
    };
  }
  const article = marks.of('number.article').find(({ to }) => to === start);
  if (article === undefined) return null;
  return {
    from: article.from,
    to: end,
    amount: 1 + more,
    most: 1 + more,
    unit: unit.unit,
    article: half === undefined,
  };
}

/** Before "full", and before "full calendar". */
function leadOf(scene: Scene, at: number): number {
  const lead = scene.marks.of('unit.lead').find(({ to }) => to === at);
  return lead === undefined ? at : leadOf(scene, lead.from);
}

/** "2 and a half years". */
function isHalfMark(scene: Scene, from: number, to: number): boolean {
  return scene.marks.of('half.after').some((span) => span.from === from && span.to === to);
}

/** "a 3-month stay". */
function isHyphen({ tokens }: Scene, at: number): boolean {
  return /^[-–]$/.test(tokens[at]?.text ?? '') && tokens[at]?.glued === true;
}

/** The first number of "3-4 months", "3 or 4 months", "3, 4 months". */
function rangeBefore(scene: Scene, last: NumberSaid, numbers: readonly NumberSaid[]): NumberSaid | null {
  const first = numbers.find(
    ({ from, to, value }) =>
      value < last.value &&
      (scene.marks.of('number.range').some((span) => span.from === to && span.to === last.from) ||
        isBoth(scene, { from, to }, last.from) ||
        (to === last.from - 1 && /^[-–/]$/.test(scene.tokens[to]?.text ?? '')) ||
        (value === last.value - 1 && isInOneBreath(scene, to, last))),
  );
  return first ?? null;
}

/** "four (4) months". */
function spelledBefore(scene: Scene, last: NumberSaid, numbers: readonly NumberSaid[]): NumberSaid | null {
  const bracket = scene.tokens[last.from - 1]?.text === '(';
  return (bracket ? numbers.find(({ to, value }) => to === last.from - 1 && value === last.value) : undefined) ?? null;
}

/** "eight, nine months", "acht neun Monate". */
function isInOneBreath({ tokens }: Scene, to: number, { from, inWords }: NumberSaid): boolean {
  return (inWords && to === from) || (to === from - 1 && /^[,，،、]$/.test(tokens[to]?.text ?? ''));
}

/** "between 5 and 6 months". */
function isBoth(scene: Scene, first: Span, last: number): boolean {
  const opened = scene.marks.of('both.open').some(({ to }) => to === first.from);
  return opened && scene.marks.of('both.join').some(({ from, to }) => from === first.to && to === last);
}

function named(scene: Scene): LengthSaid[] {
  return scene.marks
    .valued('length')
    .map(({ from, to, value }) =>
      halved(scene, { from, to, amount: value, most: value, unit: 'month', article: false }),
    );
}

/** "half of the academic year". */
function halved(scene: Scene, length: LengthSaid): LengthSaid {
  const half = scene.marks
    .of('half.before')
    .find(({ from, to }) => from < length.from && to >= length.from && to < length.to);
  return half === undefined ? length : { ...length, from: half.from, amount: length.amount / 2, most: length.most / 2 };
}

/** "1 year and 2 months" is one length. */
function added(scene: Scene, lengths: readonly LengthSaid[]): LengthSaid[] {
  const sums: LengthSaid[] = [];
  for (const length of lengths) {
    const last = sums.at(-1);
    const next =
      last !== undefined &&
      inMonths[length.unit] < inMonths[last.unit] &&
      length.unit !== 'hour' &&
      last.amount < oldestLength &&
      !length.article &&
      (last.to === length.from || joined(scene, last.to, length.from));
    if (!next) sums.push(length);
    else {
      const months = monthsOf(last) + monthsOf(length);
      sums.splice(-1, 1, { ...last, to: length.to, amount: months, most: months, unit: 'month' });
    }
  }
  return sums;
}

/** "25 years and 4 months" is an age. */
const oldestLength = 14;

function joined(scene: Scene, from: number, to: number): boolean {
  return scene.marks.of('join.on').some((span) => span.from === from && span.to === to);
}

function isRate(scene: Scene, length: LengthSaid, numbers: readonly NumberSaid[]): boolean {
  const counted = [...numbers, ...unitSpans(scene), ...scene.marks.of('money.euro'), ...scene.marks.of('money.other')];
  if (length.article && counted.some(({ to }) => to === length.from)) return true;
  // "Uzbek/6 months/no job" lists, "500/month" counts.
  const listed = (at: number, next: Span | undefined) => scene.tokens[at]?.text === '/' && next === undefined;
  const unit = (at: number) => [...unitSpans(scene)].find(({ from }) => from === at);
  const per = scene.marks
    .of('per')
    .filter((span) => (span.to === length.from && !listed(span.from, unit(span.to))) || span.from === length.to);
  if (per.some(({ from, to }) => from !== length.to || !listed(from, unit(to)))) return true;
  // "5 days a week".
  const article = scene.marks.of('number.article').find(({ from }) => from === length.to);
  return article !== undefined && !length.article && [...unitSpans(scene)].some(({ from }) => from === article.to);
}

function round(months: number): number {
  return Math.round(months * 100) / 100;
}
