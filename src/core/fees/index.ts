/** Fees: a basket and a desk's price list in, a quote out. */
export type { Offers, Product, ProductKind, Term } from './offers.ts';
export { nextMonthDay, yearlyEnd } from './purchases.ts';
export { quote, type Quote, type QuoteLine, type QuoteResult } from './quote.ts';
export { parseQuote, quoteSchema, type QuoteItem, type QuoteRequest } from './request.ts';
