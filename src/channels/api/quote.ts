import { z } from 'zod';
import { parseQuote, quote, quoteSchema, type Quote } from '../../core/fees/index.ts';
import { formatAmount } from '../../core/money.ts';
import { documentsOf } from '../../core/documents.ts';
import type { Knowledge, OffersFile } from '../../knowledge/schema.ts';
import type { Answered, Asking, Endpoint, Say } from './endpoint.ts';
import { day, documents, flags, money, text } from './json.ts';

const response = z.strictObject({
  lines: z.array(
    z.strictObject({
      product: z.string(),
      term: z.string(),
      insurance: money,
      expenses: money,
      from: day,
      to: day,
    }),
  ),
  expenses: money,
  total: money,
  withoutBundle: money,
  warnings: z.array(text),
  flags,
  sources: documents,
});

export function quoteEndpoint(knowledge: Knowledge): Endpoint {
  return {
    name: 'quote',
    request: quoteSchema,
    response,
    example: {
      desk: 'aaa',
      items: [{ product: 'tranquillite', term: 'P3M', times: 1 }, { product: 'rc' }],
      on: '2026-11-22',
    },
    filledIn: ['on'],
    answer: (input, asking) => answer(input, asking, knowledge),
  };
}

/** The offers of a desk by name; without a name this deployment's, or the only ones there are. */
export function offersOf({ offers, desk }: Knowledge, name?: string): OffersFile | undefined {
  return name === undefined ? (offers.get(desk.offers ?? '') ?? [...offers.values()][0]) : offers.get(name);
}

function answer(input: unknown, { sayOn }: Asking, knowledge: Knowledge): Answered {
  const parsed = parseQuote(input);
  if (parsed.kind === 'invalid') return parsed;
  const { desk, on } = parsed.value;
  const offers = offersOf(knowledge, desk);
  if (offers === undefined) {
    const values = [...knowledge.offers.keys()].join(', ');
    return {
      kind: 'unanswerable',
      errors: [{ path: 'desk', accepted: { key: 'api:accepted.one-of', with: { values } } }],
    };
  }
  const result = quote(parsed.value, offers);
  return result.kind === 'quoted' ? { kind: 'answered', body: inJson(result, sayOn(on)) } : result;
}

function inJson(quoted: Quote, say: Say): z.infer<typeof response> {
  return {
    lines: quoted.lines.map((line) => ({
      ...line,
      insurance: formatAmount(line.insurance),
      expenses: formatAmount(line.expenses),
    })),
    expenses: formatAmount(quoted.expenses),
    total: formatAmount(quoted.total),
    withoutBundle: formatAmount(quoted.withoutBundle),
    warnings: quoted.warnings.map(say),
    flags: [...quoted.flags],
    sources: documentsOf(quoted.facts),
  };
}
