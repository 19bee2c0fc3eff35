import { addDays, type Day } from '../../core/day.ts';
import { nextMonthDay, yearlyEnd, type Offers } from '../../core/fees/index.ts';
import { cents } from '../../core/money.ts';
import type { Content } from '../content.ts';
import { oneOf, unknownName, type Interpolation, type NotAccepted, type ReadInterpolation } from './interpolation.ts';

type Product = Offers['products'][number];
type Term = Product['terms'][number];
type YearlyCover = Exclude<Product['cover'], string>;

/**
 * `offer PRODUCT TERM total|insurance|expenses`, or `offer bundle-expenses`: a published price, each purchase by itself.
 * `offer PRODUCT ends|letter-before`: of a yearly product, the last day when bought on the day in question, and the next day
 * before which its letter leaves.
 */
export const offerInterpolation: ReadInterpolation = (words, content) => {
  if (words.length === 1 && words[0] === 'bundle-expenses') return bundleExpenses(content);
  const [product = '', term = '', part = '', ...rest] = words;
  const day = dates[term];
  if (words.length === 2 && day !== undefined) return yearlyDay(content, product, day);
  const sold = termOf(content, product, term);
  if ('accepted' in sold) return sold;
  const amount = parts[part];
  if (amount === undefined || rest.length > 0)
    return { accepted: `after offer ${product} ${term}, ${oneOf(Object.keys(parts))}` };
  return { say: ({ formats }) => formats.money(amount(sold)), facts: () => sold.facts };
};

/**
 * A term that some desk sells, or what is sold instead; a product with one term needs none named.
 * Product ids are unique over all desks.
 */
export function termOf(content: Content, product: string, term: string | undefined): Term | NotAccepted {
  const products = [...content.offers.values()].flatMap((offers) => offers.products);
  const found = products.find(({ id }) => id === product);
  if (found === undefined) {
    const names = products.map(({ id }) => id);
    return unknownName('offer', product, names, `a product that is sold, ${oneOf(names)}`);
  }
  const [only, ...others] = found.terms;
  const sold =
    term === undefined && others.length === 0 ? only : found.terms.find((candidate) => candidate.term === term);
  return sold ?? { accepted: `a term of ${product}, ${oneOf(found.terms.map((candidate) => candidate.term))}` };
}

function bundleExpenses({ desk, offers }: Content): Interpolation | { readonly accepted: string } {
  const sold = offers.get(desk.offers ?? '') ?? [...offers.values()][0];
  if (sold === undefined) return { accepted: 'nothing: no desk sells an offer' };
  return { say: ({ formats }) => formats.money(sold.bundle.expenses), facts: () => sold.bundle.facts };
}

function yearlyDay(
  content: Content,
  product: string,
  day: (cover: YearlyCover, on: Day) => Day,
): Interpolation | { readonly accepted: string } {
  const products = [...content.offers.values()].flatMap((offers) => offers.products);
  const cover = products.find(({ id }) => id === product)?.cover;
  if (cover === undefined || cover === 'months-from-next-day') {
    const yearly = products.filter((each) => each.cover !== 'months-from-next-day');
    return { accepted: `a product that is sold by the year, ${oneOf(yearly.map(({ id }) => id))}` };
  }
  return { say: ({ formats, on }) => formats.date(day(cover, on)), facts: () => cover.facts };
}

const dates: Readonly<Record<string, (cover: YearlyCover, on: Day) => Day>> = {
  ends: yearlyEnd,
  'letter-before': ({ letterBefore }, on) => nextMonthDay(addDays(on, 1), letterBefore),
};

const parts: Readonly<Record<string, (term: Term) => Term['insurance']>> = {
  insurance: ({ insurance }) => insurance,
  expenses: ({ expenses }) => expenses,
  total: ({ insurance, expenses }) => cents(insurance + expenses),
};
