import type { Product } from '../../src/core/fees/index.ts';
import type { Facts } from '../../src/conversation/forms/dialogs.ts';
import type { OffersFile } from '../../src/knowledge/schema.ts';

/** Products bought together, by id: `tranquillite+rc`. */
export const together = '+';

export function productsOf(known: Facts, offers: OffersFile): OffersFile['products'] {
  const ids = typeof known['product'] === 'string' ? known['product'].split(together) : [];
  return offers.products.filter(({ id }) => ids.includes(id));
}

export function soldByMonths({ terms }: Product): boolean {
  return terms.some(({ months }) => months !== undefined);
}

/** In the reader's language; its id where the price list has no name in it. */
export function nameOf(id: string, language: string, offers: OffersFile): string {
  const name = offers.products.find((product) => product.id === id)?.name;
  return name?.[language] ?? id;
}

/** Of a term of whole months (`P3M`); 0 for every other. */
export function monthsIn(term: unknown): number {
  return typeof term === 'string' ? Number(/^P(\d+)M$/.exec(term)?.[1] ?? 0) : 0;
}
