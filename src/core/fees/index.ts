/** Fees: a basket and a desk's price list in, a quote out. */
export type { Offers, Product } from './offers.ts';
export { nextMonthDay, yearlyEnd } from './purchases.ts';
export { quote, type Quote } from './quote.ts';
export { parseQuote, quoteSchema, type QuoteItem } from './request.ts';
