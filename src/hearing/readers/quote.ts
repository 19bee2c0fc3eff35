import type { Candidate } from '../candidates.ts';
import { overlap, type Span } from '../lexicon.ts';
import { monthsIn, monthsOf, type LengthSaid, type Unit } from '../lengths.ts';
import type { Listening } from '../listening.ts';
import { hasCue, roleOf } from '../roles.ts';
import { correctionsIn, endsThere, isEmpty, type Scene } from '../scene.ts';
import { personAt } from '../whose.ts';
import { isOfWhateverTwo, isOnlyAbout } from './asked-of-products.ts';
import { isByItself } from './by-itself.ts';
import { isDenied } from './denied.ts';
import { pickedOf, type Named } from './picked.ts';
import { adds, isRefused } from './refused.ts';
import { timesTold } from './times.ts';

/** A product of the desk, and the months for which it is sold; none for what is sold until a day. */
export type Sold = { readonly product: string; readonly months: readonly number[] };

export type Item = { readonly product: string; readonly term?: string; readonly times?: number };

/** What is to be bought, as the items of a quote. */
export function quoteTold(listening: Listening, sold: readonly Sold[]): readonly Candidate[] {
  const wanted = wantedProducts(listening, sold);
  const named = termNamed(listening, sold);
  const terms = named.length > 0 ? named : termsTold(listening);
  const spans: Span[] = [...wanted.spans, ...terms];
  if (isUndecided(listening, wanted)) return [];
  if (terms.length === 0 && isOfWhateverTwo(listening, wanted.spans)) return [];
  if (spans.length === 0 || (terms.length === 0 && isOnlyAbout(listening, wanted.spans))) return [];
  const products = withMonthly(listening, wanted, terms, sold);
  const items = sold
    .filter(({ product }) => products.includes(product))
    .flatMap(({ product, months }) =>
      months.length === 0 ? [{ product }] : itemsOf(product, months, terms, listening),
    );
  const cue = wanted.products.length > 0 ? 'full' : 'asked';
  const at = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  return items.length === 0 ? [] : [{ ...at, field: 'items', value: items, cue, person: 'student' }];
}

/** "Torn between one month and three", "one month or three?", "the RC or the medical one, I can't decide": not all of it is ordered. */
function isUndecided({ scene, lengths, dates }: Listening, { products, spans }: Wanted): boolean {
  const hesitates = scene.marks.of('having.hesitates').length > 0;
  const ors = scene.marks.of('number.range');
  const beside = [...ors, ...spans, ...scene.marks.of('date.between')];
  const terms = lengths.filter((length) => isTermUnit(length.unit) && !dates.some((date) => overlap(date, length)));
  const differ = terms.some((one, at) => {
    const next = terms[at + 1];
    if (next === undefined || monthsOf(next) === monthsOf(one)) return one.amount !== one.most;
    const or = ors.some(({ from, to }) => from >= one.to && to <= next.from);
    return or && isEmpty(scene, { from: one.to, to: next.from }, beside);
  });
  const several = terms.some((one) => monthsOf(one) !== monthsOf(terms[0] ?? one));
  const between = terms.length > 0 && scene.marks.of('both.open').length > 0;
  return differ || (hesitates && (several || between || products.length > 1));
}

type Wanted = {
  readonly products: readonly string[];
  readonly refused: readonly string[];
  readonly spans: readonly Span[];
};

/** Named and not refused: "no RC", "I already have liability". "Both" is all, "with RC, too" comes to what was told. */
function wantedProducts(listening: Listening, sold: readonly Sold[]): Wanted {
  const { scene } = listening;
  const named = sold.flatMap(({ product }) =>
    scene.marks.of(`value.product.${product}`).map((span) => ({ product, span, refused: isRefused(listening, span) })),
  );
  // 两个月 is two months, not both.
  const both = scene.marks
    .of('value.product.both')
    .filter((span) => !listening.lengths.some((length) => overlap(length, span)));
  const refused = refusedLast(named);
  const before = toldBefore(listening).filter((product) => !refused.includes(product));
  const wanted = named.filter(({ product, refused: no }) => !no && !refused.includes(product));
  const picked = pickedOf(scene, wanted);
  if (picked !== null) return { products: picked, refused, spans: named.map(({ span }) => span) };
  const instead = afterCorrection(scene, wanted, both);
  if (instead !== null) {
    const products = [...new Set(instead.map(({ product }) => product))];
    return { products, refused, spans: instead.map(({ span }) => span) };
  }
  const own = wanted.map(({ product }) => product);
  const adds = scene.marks.of('value.product.too').length > 0 || own.length === 0;
  const products = both.length > 0 ? sold.map(({ product }) => product) : [...(adds ? before : []), ...own];
  return { products: [...new Set(products)], refused, spans: [...named.map(({ span }) => span), ...both] };
}

/** "The RC … no, leave the RC out": what was said of a product last counts. */
function refusedLast(named: readonly (Named & { readonly refused: boolean })[]): readonly string[] {
  const inOrder = named.toSorted((a, b) => a.span.from - b.span.from);
  const last = new Map(inOrder.map(({ product, refused }) => [product, refused]));
  return [...last].flatMap(([product, refused]) => (refused ? [product] : []));
}

/** "The RC, no, rather the medical one": only what stands behind the correction. */
function afterCorrection(scene: Scene, wanted: readonly Named[], both: readonly Span[]): readonly Named[] | null {
  const spans = wanted.map(({ span }) => span);
  const last = lastBetween(correctionsIn(scene), [...both, ...spans], spans);
  return last === undefined ? null : wanted.filter(({ span }) => span.from >= last.to);
}

/** The last of the corrections that has something before it to put right, and something behind it instead. */
function lastBetween(corrections: readonly Span[], before: readonly Span[], behind: readonly Span[]): Span | undefined {
  return corrections
    .toSorted((a, b) => a.from - b.from)
    .findLast(({ from, to }) => before.some((one) => one.to <= from) && behind.some((one) => one.from >= to));
}

function toldBefore({ told }: Listening): readonly string[] {
  const items = told['items'];
  return Array.isArray(items) ? items.map((item: Item) => item.product) : [];
}

/** "3 months plus RC" names the medical offer by its months; "RC for a year" does not. */
function withMonthly(
  { scene }: Listening,
  wanted: Wanted,
  terms: readonly Term[],
  sold: readonly Sold[],
): readonly string[] {
  const monthly = sold.find(({ months }) => months.length > 0)?.product;
  if (monthly === undefined || wanted.products.includes(monthly) || wanted.refused.includes(monthly))
    return wanted.products;
  const joins = [...scene.marks.of('join.on'), ...scene.marks.of('value.product.too')];
  const named = terms.filter((term) => !wanted.spans.some((span) => isTermOf(term, span, joins)));
  return named.length > 0 ? [monthly, ...wanted.products] : wanted.products;
}

/** Behind a product, with no "and" before it, stands how long that one is wanted. */
function isTermOf(term: Span, product: Span, joins: readonly Span[]): boolean {
  return term.from >= product.to && !joins.some(({ from, to }) => from >= product.to && to === term.from);
}

type Term = Span & { readonly months: number };

/** "the longer one", "au trimestre": a term by what it is among those that are sold. */
function termNamed({ scene, asked }: Listening, sold: readonly Sold[]): readonly Term[] {
  const months = sold.flatMap((one) => one.months);
  if (months.length === 0) return [];
  const keys = asked === 'term' || asked === 'items' ? ['term', 'term?'] : ['term'];
  const meant = { shortest: Math.min(...months), longest: Math.max(...months) } as const;
  return keys.flatMap((key) =>
    Object.keys(scene.language.data.values[key] ?? {}).flatMap((value) =>
      scene.marks.of(`value.${key}.${value}`).map(({ from, to }) => ({
        from,
        to,
        months: value in meant ? meant[value as keyof typeof meant] : Number(value),
      })),
    ),
  );
}

/** Lengths that are bought: no stay, no wait, no rent, and nobody else's. A number behind one that is denied or corrected counts the same. */
function termsTold(listening: Listening): readonly Term[] {
  const { scene, lengths, bare, asked, persons } = listening;
  const bought = lengths.filter(
    (length) =>
      isTermUnit(length.unit) &&
      personAt(persons, length) === 'student' &&
      // "… in three months" is a day to come.
      !listening.dates.some((date) => overlap(date, length)) &&
      isBought(listening, length),
  );
  const free = bought.filter(
    (length) => (adds(listening, length) || !isDenied(listening, length)) && monthsOf(length) <= longestTerm,
  );
  const meant = sinceCorrection(scene, free);
  const named = meant.filter((length) => (roleOf(scene, length, ['term'])?.distance ?? Infinity) <= nearby);
  const often = timesTold(listening)[0]?.value ?? 1;
  const kept =
    named.length > 0
      ? meant.filter((length) => isNamedOrJoined(listening, length, named) || isPartOfSum(length, named, often))
      : meant;
  const terms = kept.flatMap((length) => termsOf(scene, length));
  const counts = bare.filter(({ value }) => Number.isInteger(value) && value <= mostMonths);
  const corrected = counts.find(
    (number) => isInstead(scene, number, [...bought, ...counts]) && !isDenied(listening, number),
  );
  if (corrected === undefined && terms.length > 0) return terms;
  const number = corrected ?? counts.find((count) => isTermAlone(listening, count));
  const denied = bought.find((length) => corrected !== undefined || isDenied(listening, length));
  const unit = denied?.unit ?? (asked === 'term' || (asked === 'items' && corrected !== undefined) ? 'month' : null);
  return number === undefined || unit === null
    ? []
    : [{ from: number.from, to: number.to, months: Math.round(monthsIn(number.value, unit)) }];
}

/** "Two single months" are one month twice. */
function termsOf(scene: Scene, length: LengthSaid): readonly Term[] {
  const { from, to, amount, unit } = length;
  const single =
    scene.marks.of('role.single.around').some((mark) => overlap(mark, length)) || hasCue(scene, length, 'role.single');
  if (!single || !Number.isInteger(amount) || amount > mostMonths)
    return [{ from, to, months: Math.round(monthsOf(length)) }];
  return Array.from({ length: amount }, () => ({ from, to, months: Math.round(monthsIn(1, unit)) }));
}

/** "One month. No, make it three months": only what stands behind the correction. */
function sinceCorrection(scene: Scene, lengths: readonly LengthSaid[]): readonly LengthSaid[] {
  // "No, a single month"; "no RC" corrects no length.
  const noes = scene.marks
    .of('answer.no')
    .filter((no) =>
      lengths.some(
        ({ from }) => from >= no.to && isEmpty(scene, { from: no.to, to: from }, scene.marks.of('number.article')),
      ),
    );
  const last = lastBetween([...scene.marks.of('answer.correction'), ...noes], lengths, lengths);
  return last === undefined ? lengths : lengths.filter(({ from }) => from >= last.to);
}

/** "3", "the RC too, 3": beside nothing but what is sold. */
function isTermAlone(listening: Listening, number: Span): boolean {
  const { marks, language } = listening.scene;
  const offered = Object.keys(language.data.values['product'] ?? {}).map((name) => `value.product.${name}`);
  return isByItself(
    listening,
    number,
    ['role.term.around', ...offered].flatMap((name) => marks.of(name)),
  );
}

/** "Three months, no, sorry, just one". */
function isInstead(scene: Scene, number: Span, said: readonly Span[]): boolean {
  const corrections = correctionsIn(scene);
  const last = corrections.findLast(({ to }) => to <= number.from && isEmpty(scene, { from: to, to: number.from }));
  return last !== undefined && said.some(({ to }) => to <= last.from) && endsThere(scene, number);
}

/** "3 months + 3 months + RC": joined to one that is named. */
function isNamedOrJoined({ scene }: Listening, length: LengthSaid, named: readonly LengthSaid[]): boolean {
  const joins = [...scene.marks.of('join.on'), ...scene.marks.of('value.product.too')];
  return named.some(
    (one) => one === length || (one.from > length.to && isEmpty(scene, { from: length.to, to: one.from }, joins)),
  );
}

/** Said right beside what is bought, or beside nothing else. To for how long, a stay is an answer. */
function isBought({ scene, asked }: Listening, length: LengthSaid): boolean {
  const term = roleOf(scene, length, ['term'])?.distance ?? Infinity;
  const other = roleOf(scene, length, ['other', 'elapsed', 'stay', 'arrive', 'age', 'leave']);
  return term <= beside || other === null || term <= other.distance || (asked === 'term' && other.role === 'stay');
}

/** The three of "six months of it, so twice three". */
function isPartOfSum(length: LengthSaid, named: readonly LengthSaid[], often: number): boolean {
  return often > 1 && named.some((sum) => monthsOf(sum) === monthsOf(length) * often);
}

/** "Six months, so twice three": the sum is said again in its parts. */
function withoutSum(terms: readonly Term[], often: number): readonly Term[] {
  return terms.filter(({ months }) => !terms.some((part) => often > 1 && part.months * often === months));
}

/** "Three months of the medical offer". */
const beside = 2.5;
const mostMonths = 24;
const longestTerm = 36;
const nearby = 4;

function isTermUnit(unit: Unit): boolean {
  return unit === 'month' || unit === 'week' || unit === 'year' || unit === 'semester';
}

/** So many months as one term, or as the longest several times: six months are three twice. */
function itemsOf(product: string, sold: readonly number[], terms: readonly Term[], listening: Listening): Item[] {
  const often = timesTold(listening)[0]?.value ?? 1;
  if (terms.length === 0) return [{ product, ...(often > 1 && { times: often }) }];
  const longest = Math.max(...sold);
  const counts = new Map<number, number>();
  for (const { months } of withoutSum(terms, often)) {
    const several = !sold.includes(months) && months > longest && months % longest === 0;
    const term = several ? longest : months;
    counts.set(term, (counts.get(term) ?? 0) + (several ? months / longest : 1));
  }
  return [...counts].map(([months, count]) => {
    const times = count * (counts.size === 1 ? often : 1);
    return { product, term: `P${months}M`, ...(times > 1 && { times }) };
  });
}
