import type { Candidate } from '../candidates.ts';
import type { Span } from '../lexicon.ts';
import type { LengthSaid } from '../lengths.ts';
import { monthsOf } from '../lengths.ts';
import type { Listening } from '../listening.ts';
import { cueBefore, roleOf } from '../roles.ts';
import { partAround } from '../scene.ts';
import { inside } from '../polarity.ts';
import { timesTold } from './reimbursement.ts';

/** A product of the desk, and the months for which it is sold; none for what is sold until a day. */
export type Sold = { readonly product: string; readonly months: readonly number[] };

export type Item = { readonly product: string; readonly term?: string; readonly times?: number };

/** What is to be bought, as the items of a quote. */
export function quoteTold(listening: Listening, sold: readonly Sold[]): readonly Candidate[] {
  const wanted = wantedProducts(listening, sold);
  const lengths = listening.lengths.filter((length) => isTerm(listening, length));
  const length = lengths[0];
  const monthly = sold.find(({ months }) => months.length > 0);
  const bare = length === undefined && listening.asked === 'term' ? listening.bare[0] : undefined;
  const months = length === undefined ? bare?.value : Math.round(monthsOf(length));
  const spans: Span[] = [...wanted.spans, ...(length === undefined ? [] : [length]), ...(bare === undefined ? [] : [bare])];
  const [first] = spans;
  if (first === undefined) return [];
  const products = months !== undefined && monthly !== undefined && !wanted.products.includes(monthly.product) && !wanted.refused.includes(monthly.product)
    ? [monthly.product, ...wanted.products]
    : wanted.products;
  const times = timesTold(listening)[0]?.value ?? 1;
  const items = sold
    .filter(({ product }) => products.includes(product))
    .map(({ product, months: terms }) => (terms.length === 0 ? { product } : itemOf(product, terms, months, times)));
  const cue = wanted.products.length > 0 ? 'full' : 'asked';
  const at = { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
  return items.length === 0 ? [] : [{ ...at, field: 'items', value: items, cue, person: 'student' }];
}

type Wanted = { readonly products: readonly string[]; readonly refused: readonly string[]; readonly spans: readonly Span[] };

/** Named and not refused: "no RC", "I already have liability". "Both" is all, "with RC, too" comes to what was told. */
function wantedProducts(listening: Listening, sold: readonly Sold[]): Wanted {
  const { scene } = listening;
  const named = sold.flatMap(({ product }) =>
    scene.marks.of(`value.product.${product}`).map((span) => ({ product, span, refused: isRefused(listening, span) })),
  );
  const both = scene.marks.of('value.product.both');
  const refused = [...new Set(named.filter((one) => one.refused).map(({ product }) => product))];
  const before = toldBefore(listening).filter((product) => !refused.includes(product));
  const own = named.filter((one) => !one.refused).map(({ product }) => product);
  const adds = scene.marks.of('value.product.too').length > 0 || own.length === 0;
  const products = both.length > 0 ? sold.map(({ product }) => product) : [...(adds ? before : []), ...own];
  return {
    products: [...new Set(products)],
    refused,
    spans: [...named.map(({ span }) => span), ...both],
  };
}

function toldBefore({ told }: Listening): readonly string[] {
  const items = told['items'];
  return Array.isArray(items) ? items.map((item: Item) => item.product) : [];
}

function isRefused({ scene }: Listening, span: Span): boolean {
  const part = partAround(scene, span.from);
  const before = ['having.lacks', 'having.not', 'role.owned.before', 'answer.no'].some((name) =>
    inside(scene, name, part).some(({ to }) => to <= span.from && span.from - to <= 2),
  );
  return before || cueBefore(scene, span, 'deny', 1) !== null;
}

function isTerm({ scene }: Listening, length: LengthSaid): boolean {
  const { unit } = length;
  if (unit === 'hour' || unit === 'night' || unit === 'day') return false;
  return roleOf(scene, length, ['elapsed']) === null;
}

/** So many months as one term, or as the longest several times: six months are three twice. */
function itemOf(product: string, terms: readonly number[], months: number | undefined, times: number): Item {
  if (months === undefined) return { product, ...(times > 1 && { times }) };
  const longest = Math.max(...terms);
  const whole = !terms.includes(months) && months > longest && months % longest === 0;
  const count = (whole ? months / longest : 1) * times;
  return { product, term: `P${whole ? longest : months}M`, ...(count > 1 && { times: count }) };
}
