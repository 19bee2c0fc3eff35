import type { Sold } from '../hearing/index.ts';
import type { Knowledge } from './schema.ts';

/** What the desks sell, as a quote is heard: products and the months for which each is sold. */
export function soldBy({ offers }: Pick<Knowledge, 'offers'>): readonly Sold[] {
  return [...offers.values()].flatMap(({ products }) =>
    products.map(({ id, terms }) => ({ product: id, months: terms.flatMap(({ months }) => months ?? []) })),
  );
}
